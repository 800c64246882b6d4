/**
 * The parts of a question as people read it, to be joined: `king : man = queen : ?`. A word is text, or a value of another
 * kind that stands for it, such as HTML.
 *
 * @param words - a, b and c: b is to a as the answer is to c
 *
 * @example
 * questionParts(["king", "man", "queen"]).join("") // "king : man = queen : ?"
 */
export function questionParts<Word>([a, b, c]: readonly [a: Word, b: Word, c: Word]): (Word | string)[] {
  return [a, " : ", b, " = ", c, " : ?"];
}
