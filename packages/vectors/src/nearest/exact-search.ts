import { type RowCodes, rowCodes } from "./code-table.js";
import { cosines } from "./cosines.js";
import { scannedCandidates } from "./scan-codes.js";
import type { RestrictedRows } from "./search-filter.js";
import type { DirectionRows } from "./search-table.js";
import { topRows } from "./top-k.js";

/** A direction to be near to, and rows that are no answers: mostly those that it came from. */
export interface RowQuery {
  /** `[D]`, of length 1 or 0. */
  readonly direction: Float64Array;
  readonly excluded: ReadonlySet<number>;
}

export interface RankedRow {
  readonly row: number;
  /** A cosine, or another score. */
  readonly score: number;
}

/** Below so many numbers, reading them all is as good as any way. */
const FEW_NUMBERS = 2 ** 16;

/**
 * For each query the `top` rows with the highest cosines, best first, equal ones in row order.
 *
 * Cosines are f64, from the rows themselves; codes only spare looking at rows that can't be among the answers.
 */
export function nearestRows(
  rows: DirectionRows,
  queries: readonly RowQuery[],
  restricted: RestrictedRows,
  top: number,
): RankedRow[][] {
  return nearestRowsBy(codesFor(rows, restricted, top), rows, queries, restricted, top);
}

/** The codes of a table, where a scan of them is the quicker way. */
export function codesFor(rows: DirectionRows, { end, count }: RestrictedRows, top: number): RowCodes | undefined {
  const isFew = count * rows.dimension < FEW_NUMBERS || count * 16 < end || top * 16 > count;
  return isFew ? undefined : rowCodes(rows);
}

/** {@link nearestRows}, with codes or without. */
export function nearestRowsBy(
  codes: RowCodes | undefined,
  rows: DirectionRows,
  queries: readonly RowQuery[],
  restricted: RestrictedRows,
  top: number,
): RankedRow[][] {
  const candidates = codes === undefined ? [] : scannedCandidates(codes, queries, restricted, top);
  return queries.map(({ direction, excluded }, index) => {
    const listed = candidates[index] ?? answerableRows(restricted, excluded);
    return rankedRows(listed, cosines(rows, direction, listed), top);
  });
}

/** All rows that can be answers, in their order. */
export function answerableRows({ end, isIn }: RestrictedRows, excluded: ReadonlySet<number>): Int32Array {
  const listed = new Int32Array(end);
  let count = 0;
  for (let row = 0; row < end; row++) {
    if ((isIn === undefined || isIn[row] === 1) && !excluded.has(row)) listed[count++] = row;
  }
  return listed.subarray(0, count);
}

/** @param scores - one for each of the listed rows, which are in row order */
export function rankedRows(listed: ArrayLike<number>, scores: Float64Array, top: number): RankedRow[] {
  return topRows(scores, top).map((index) => ({ row: listed[index], score: scores[index] }));
}
