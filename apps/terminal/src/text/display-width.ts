import stringWidth from "string-width";

const graphemes = new Intl.Segmenter();

/**
 * Columns that text takes on a terminal: 2 for East Asian wide characters and for emoji of any number of characters, 0 for
 * combining marks.
 *
 * @see Unicode Standard Annex 11, https://www.unicode.org/reports/tr11/
 *
 * @example
 * displayWidth("東京") // 4
 */
export function displayWidth(text: string): number {
  return stringWidth(text);
}

/** Text that takes exactly `width` columns: padded at its end, or cut between characters, with `…` for what is gone. */
export function fitted(text: string, width: number): string {
  const shown = shortened(text, width);
  return shown + " ".repeat(Math.max(0, width - displayWidth(shown)));
}

/** Text that takes at most `width` columns: cut between characters, with `…` for what is gone. */
export function shortened(text: string, width: number): string {
  let kept = "";
  let taken = 0;
  let end = 0;
  for (const part of partsOf(text, width - 1)) {
    taken += displayWidth(part);
    if (taken > width) return `${kept.slice(0, end)}…`;
    kept += part;
    if (taken < width) end = kept.length;
  }
  return text;
}

/**
 * Text in pieces of at most `width` columns, cut between the characters that people see; of these only one that is wider
 * itself is cut.
 */
export function* piecesOf(text: string, width: number): Generator<string, void> {
  let piece = "";
  let taken = 0;
  for (const part of partsOf(text, width)) {
    const partWidth = displayWidth(part);
    if (taken + partWidth > width && piece !== "") {
      yield piece;
      piece = "";
      taken = 0;
    }
    piece += part;
    taken += partWidth;
  }
  yield piece;
}

/** The characters that people see, which can be many code points, and have no widest: a stack of letters of Korean, say. */
function* partsOf(text: string, widest: number): Generator<string, void> {
  for (const { segment } of graphemes.segment(text)) {
    if (displayWidth(segment) <= Math.max(2, widest)) yield segment;
    else yield* segment;
  }
}
