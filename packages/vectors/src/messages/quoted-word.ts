const SEEN = /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u;
/** Letters and signs that print as nothing, such as the Hangul filler and the empty Braille pattern. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u2800]/u;
/** A word of such characters alone is itself in a list, a question and a sum. */
const BARE = /^(?![-.[(])[\p{L}\p{M}\p{N}\p{S}_'’./@#%&*!?();|{}<>–-]+$/u;

/**
 * Puts a word in quotes, as a string of JSON on one line. What a terminal would obey, or what is not seen, is escaped;
 * JSON reads the same word back.
 *
 * @example
 * quotedWord("say \"hi\"\u00a0") // "\"say \\\"hi\\\"\\u00a0\""
 */
export function quotedWord(word: string): string {
  return Array.from(JSON.stringify(word), (character) => (isSeen(character) ? character : escapes(character))).join("");
}

/** A word as it can be typed in a list or a question: in quotes where something in it has a meaning there. */
export function typedWord(word: string): string {
  return BARE.test(word) && !/[=~]/.test(word) && !UNSEEN.test(word) ? word : quotedWord(word);
}

function isSeen(character: string): boolean {
  return SEEN.test(character) && !UNSEEN.test(character);
}

function escapes(character: string): string {
  return Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
    .map((code) => `\\u${code.toString(16).padStart(4, "0")}`)
    .join("");
}
