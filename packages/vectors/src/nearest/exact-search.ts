import { type RowCodes, rowCodes } from "./code-table.js";
import { cosines } from "./cosines.js";
import { type RankedRow, rankedRows } from "./ranked-rows.js";
import type { RowQuery } from "./row-query.js";
import { scannedCandidates } from "./scan-codes.js";
import type { RestrictedRows } from "./search-filter.js";
import { answerableRows } from "./search-filter.js";
import type { DirectionRows } from "./search-table.js";

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
