import { topK } from "./top-k.js";

export interface RankedRow {
  readonly row: number;
  /** A cosine, or another score. */
  readonly score: number;
}

/** @param scores - one for each of the listed rows, which are in row order */
export function rankedRows(listed: ArrayLike<number>, scores: Float64Array, top: number): RankedRow[] {
  return topK(scores, top).map((index) => ({ row: listed[index], score: scores[index] }));
}
