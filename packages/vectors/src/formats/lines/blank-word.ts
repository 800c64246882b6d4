import { decimalFloat } from "../../decimals/decimal-float.js";
import { SPACE } from "../../decimals/text-numbers.js";
import { isBlank } from "./text-lines.js";

/** A line of a word and `D` numbers, and where these go. */
export interface WordLine {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly newline: number;
  /** The numbers go here, from `offset` on. */
  readonly out: Float32Array;
  readonly offset: number;
  readonly D: number;
}

/**
 * Writes the numbers of a line that has spaces where its word should be, and returns where that word ends: before the last of
 * these, as behind any word. −1 if the line does not prove it: by having exactly `D` numbers, with one separator each.
 */
export function endOfBlankWord({ bytes, start, newline, out, offset, D }: WordLine): number {
  let at = start;
  while (bytes[at] === SPACE) at++;
  const wordEnd = at - 1;
  // Of one space alone it can't be said what it was: an empty word, or one that was lost.
  if (wordEnd <= start) return -1;
  for (let d = 0; d < D; d++) {
    const from = at;
    while (at < newline && !isBlank(bytes[at])) at++;
    const number = at === from ? Number.NaN : decimalFloat(bytes, from, at);
    if (!Number.isFinite(number)) return -1;
    out[offset + d] = number;
    if (d < D - 1) at++;
  }
  while (at < newline && isBlank(bytes[at])) at++;
  return at === newline ? wordEnd : -1;
}

/** What is said of such a word. */
export function blankWordNote(line: number, spaces: number): { kind: string; message: string; count: number } {
  const word = spaces === 1 ? "one space" : `${spaces} spaces`;
  return {
    kind: "blank-word",
    message: `the word of line ${line} is ${word}: all the numbers of a row follow`,
    count: 1,
  };
}
