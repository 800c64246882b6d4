const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]/u;
/** Control characters, line ends, what turns the order of characters round, and bytes that are not UTF-8. */
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Columns that text takes on a terminal: 2 for East Asian wide characters and emoji, 0 for combining marks.
 *
 * @see Unicode Standard Annex 11, https://www.unicode.org/reports/tr11/
 *
 * @example
 * displayWidth("東京") // 4
 */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** Text that takes exactly `width` columns: padded at its end, or cut, with `…` for what is gone. */
export function fitted(text: string, width: number): string {
  if (displayWidth(text) <= width) return text + " ".repeat(width - displayWidth(text));
  let out = "";
  let taken = 0;
  for (const character of text) {
    if (taken + widthOf(character) > width - 1) break;
    out += character;
    taken += widthOf(character);
  }
  return `${out}…${" ".repeat(width - 1 - taken)}`;
}

/**
 * A word as a terminal can show it: what a terminal would obey is written as an escape.
 *
 * @example
 * printable("caf\udce9") // "caf\\xe9"
 */
export function printable(word: string): string {
  return word.replace(UNPRINTABLE, (character) => {
    const code = character.charCodeAt(0);
    const byte = code >= 0xdc80 && code <= 0xdcff ? code - 0xdc00 : code;
    return byte < 0x100 ? `\\x${byte.toString(16).padStart(2, "0")}` : `\\u${byte.toString(16).padStart(4, "0")}`;
  });
}

function widthOf(character: string): number {
  if (WITHOUT_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
