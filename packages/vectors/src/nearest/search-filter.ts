import { requireArgument } from "@wordloom/arguments";
import { checkWhole } from "../arguments/check-whole.js";
import { rowOf } from "../vectors/indexed-vectors.js";
import type { WordVectors } from "../vectors/word-vectors.js";

/** The rows that can be answers. */
export interface SearchFilter {
  /** No row from here on. */
  readonly end: number;
  /** `[end]`, 1 for those that can; all of them where this is missing. */
  readonly isIn?: Uint8Array;
  readonly count: number;
}

/**
 * @param restrict - how many rows, the first ones, or words; words outside the vocabulary count for nothing
 * @throws RangeError for a number that is not whole, or below 1
 */
export function searchFilter(
  caller: string,
  vectors: Pick<WordVectors, "words" | "idOf">,
  restrict: number | readonly string[] | ReadonlySet<string> = vectors.words.length,
): SearchFilter {
  if (typeof restrict === "number") {
    checkWhole(caller, "restrict", restrict, 1);
    const end = Math.min(restrict, vectors.words.length);
    return { end, count: end };
  }
  const isRight = typeof restrict === "object" && restrict !== null && Symbol.iterator in restrict;
  requireArgument(caller, isRight, "restrict is", restrict, "it is a number of rows, or a list or set of words");
  const rows = new Set<number>();
  let end = 0;
  for (const word of restrict) {
    requireArgument(caller, typeof word === "string", "restrict has", word, "it is a number of rows, or words");
    const row = rowOf(vectors, word);
    if (row === undefined) continue;
    rows.add(row);
    end = Math.max(end, row + 1);
  }
  const isIn = new Uint8Array(end);
  for (const row of rows) isIn[row] = 1;
  return { end, isIn, count: rows.size };
}

/** All rows that can be answers, in their order. */
export function rowsPassing({ end, isIn }: SearchFilter, excluded: ReadonlySet<number>): Int32Array {
  const listed = new Int32Array(end);
  let count = 0;
  for (let row = 0; row < end; row++) {
    if ((isIn === undefined || isIn[row] === 1) && !excluded.has(row)) listed[count++] = row;
  }
  return listed.subarray(0, count);
}
