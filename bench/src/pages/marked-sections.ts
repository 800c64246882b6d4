/** `<!-- bench speed-ptb cbow -->`, then what is replaced, then `<!-- end -->`. */
const SECTION = /(<!-- bench (\S+) (\S+) -->\n)([\s\S]*?)(<!-- end -->|<!-- bench |$)/g;

/**
 * A page with the sections between its markers written anew. What `render` has nothing for stays as it is.
 *
 * @param render - the text of a part of a result
 * @throws Error for a section that does not end
 */
export function markedSections(page: string, render: (result: string, part: string) => string | undefined): string {
  return page.replace(SECTION, (whole, begin: string, result: string, part: string, _: string, end: string) => {
    if (end !== "<!-- end -->") throw new Error(`markedSections: "${begin.trim()}" has no "<!-- end -->"`);
    const text = render(result, part);
    return text === undefined ? whole : `${begin}\n${text}\n\n${end}`;
  });
}

/** The results that a page shows. */
export function resultsShown(page: string): string[] {
  return [...new Set(Array.from(page.matchAll(SECTION), ([, , result]) => result))];
}
