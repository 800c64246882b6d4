/** Scripts in which a joiner between two letters changes how they look. */
const JOINING = [
  "Arabic",
  "Bengali",
  "Devanagari",
  "Gujarati",
  "Gurmukhi",
  "Kannada",
  "Khmer",
  "Malayalam",
  "Mongolian",
]
  .concat(["Myanmar", "Nko", "Oriya", "Sinhala", "Syriac", "Tamil", "Telugu", "Tibetan"])
  .map((script) => `\\p{Script=${script}}`)
  .join("");

/** What a terminal obeys or does not show. Some of it belongs to a script that joins, and is still nothing to join. */
const UNSEEN =
  "\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\u2800[\\p{Zs}--\\x20]";
const JOINED = `[[${JOINING}]--[${UNSEEN}]]`;
/** Behind a letter they choose how it looks, alone or several. */
const VARIANTS = "[\\u180b-\\u180f]";
const MONGOLIAN = `[\\p{Script=Mongolian}--[${UNSEEN}]]`;

/**
 * First the sequences that a terminal shows although their parts would not be seen: an emoji of several characters, a joiner
 * that joins, a Mongolian variant. Then, as group 1, the characters that a terminal obeys or does not show: controls, format
 * characters, those that change the order of text, line ends, blanks other than the space, and lone surrogates.
 *
 * It is made from a string, because TypeScript allows the flag `v` in a literal only for ES2024.
 *
 * @see https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters for the joiners
 */
const PARTS = new RegExp(
  [
    "\\p{RGI_Emoji}",
    `(?<=${JOINED}|${MONGOLIAN}${VARIANTS}+)[\\u200c\\u200d](?=${JOINED})`,
    `(?<=${MONGOLIAN}${VARIANTS}*)${VARIANTS}`,
    `([${UNSEEN}])`,
  ].join("|"),
  "gv",
);
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Makes a text safe to show on a terminal: characters that a terminal would obey or not show become escapes, and a byte that is
 * not UTF-8 becomes `\xe9`.
 *
 * @example
 * printable("a\u001b[31m\u00a0caf\udce9") // "a\\u001b[31m\\u00a0caf\\xe9"
 */
export function printable(text: string): string {
  return escaped(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : unitEscape(code);
  });
}

/** Makes a text of several lines safe to show, as {@link printable}; the line ends stay. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** Makes a word safe to show, as {@link printable}, and puts it in quotes if it has blanks that would not be seen. */
export function printableWord(word: string): string {
  return word === "" || /^ | {2}| $/.test(word) ? `"${printable(word)}"` : printable(word);
}

/**
 * Writes a value as JSON in one line, with escapes for characters that a terminal would obey or not show.
 *
 * @example
 * json({ word: "\u202e" }) // '{"word":"\\u202e"}'
 */
export function json(value: object): string {
  return escaped(JSON.stringify(value), (character) =>
    character
      .split("")
      .map((unit) => unitEscape(unit.charCodeAt(0)))
      .join(""),
  );
}

function escaped(text: string, escapeOf: (character: string) => string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(PARTS, (part, unprintable: string | undefined) =>
    unprintable === undefined ? part : escapeOf(part),
  );
}

function unitEscape(code: number): string {
  return `\\u${code.toString(16).padStart(4, "0")}`;
}
