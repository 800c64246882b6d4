const LONGEST = 60;

/** What breaks a line, moves the cursor, turns the order of characters round or shows as nothing, and what JSON escapes. */
const ESCAPED =
  /["\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}\u2800\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/gu;

/** What changes how its neighbours look, and between which: a joiner, a variant selector. */
const JOINER = /\u200c|\u200d|\ufe0f/;
const JOINED = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{M}\p{Extended_Pictographic}]/u;

const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({ '"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t" }),
);

/**
 * A string for a message: in quotes, one line, nothing in it that a terminal would obey or show as nothing, and not endless.
 * Escapes are those of JSON; that of a byte which is not UTF-8 is `\xe9`.
 *
 * @example
 * quoted("a\u00a0caf\udce9") // '"a\\u00a0caf\\xe9"'
 */
export function quoted(text: string): string {
  const start = Array.from(text.slice(0, 2 * (LONGEST + 1)))
    .slice(0, LONGEST)
    .join("");
  const whole = start.length < text.length ? `${start}…` : text;
  return `"${whole.replace(ESCAPED, (character, at: number) => (isJoining(whole, at) ? character : escapeOf(character)))}"`;
}

/** What stands before it must be shown itself: a variant selector that joins, or a character that is no escape. */
function isJoining(text: string, at: number): boolean {
  if (!JOINER.test(text[at])) return false;
  const before = Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? "";
  if (!JOINED.test(before)) return false;
  return JOINER.test(before) ? isJoining(text, at - 1) : before.search(ESCAPED) < 0;
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`;
  const unit = (at: number) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  return SHORT.get(character) ?? Array.from({ length: character.length }, (_, at) => unit(at)).join("");
}
