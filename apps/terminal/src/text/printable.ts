/** Scripts in which a joiner between two letters changes how these look. */
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

/**
 * What shows as it stands though parts of it alone would not – an emoji of several characters, a joiner where it joins, a
 * Mongolian variant – and then, as group 1, what a terminal obeys, or shows as nothing: controls, format characters and
 * with them those that turn the order of text round, line ends, blanks but the space, and lone surrogates.
 *
 * Made from a string, since TypeScript takes the flag `v` in a literal for ES2024 only.
 *
 * @see https://www.unicode.org/reports/tr31/#Layout_and_Format_Control_Characters for the joiners
 */
const PARTS = new RegExp(
  [
    "\\p{RGI_Emoji}",
    `(?<=[${JOINING}])[\\u200c\\u200d](?=[${JOINING}])`,
    "(?<=\\p{Script=Mongolian})[\\u180b-\\u180f]",
    "([\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\u2800[\\p{Zs}--\\x20]])",
  ].join("|"),
  "gv",
);
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Text as a terminal can show it, and nobody can mistake it: what a terminal would obey, or show as nothing, is written as
 * an escape, a byte that is not UTF-8 as `\xe9`.
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

/** The same for text of several lines, which remain. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** A word in a list: as {@link printable}, and in quotes where it has blanks that would not be seen. */
export function printableWord(word: string): string {
  return word === "" || /^ | {2}| $/.test(word) ? `"${printable(word)}"` : printable(word);
}

/**
 * A value as JSON in one line, in which no character is raw that a terminal would obey, or show as nothing.
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
