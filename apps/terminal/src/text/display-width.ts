import stringWidth from "string-width";

const graphemes = new Intl.Segmenter();

/**
 * Counts the columns that a text takes on a terminal: 2 for East Asian wide characters and for an emoji, 0 for combining marks.
 *
 * @see Unicode Standard Annex 11, https://www.unicode.org/reports/tr11/
 *
 * @example
 * displayWidth("東京") // 4
 */
export function displayWidth(text: string): number {
  return stringWidth(text);
}

/** Makes a text exactly `width` columns wide: pads it at its end, or cuts it between characters and adds `…`. */
export function fitted(text: string, width: number): string {
  const shown = shortened(text, width);
  return shown + " ".repeat(Math.max(0, width - displayWidth(shown)));
}

/** Makes a text at most `width` columns wide: cuts it between characters and adds `…`. */
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
 * Cuts a text into pieces of at most `width` columns, between the characters that people see. A single character is cut only if
 * it is wider than `width`.
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

/** The characters that people see. Each can be many code points and have any width, such as a stack of Korean letters. */
function* partsOf(text: string, widest: number): Generator<string, void> {
  for (const { segment } of graphemes.segment(text)) {
    if (displayWidth(segment) <= Math.max(2, widest)) yield segment;
    else yield* segment;
  }
}
