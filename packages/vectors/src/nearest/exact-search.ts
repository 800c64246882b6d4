import { type CodeTable, codeTable } from "./code-table.js";
import { cosines } from "./cosines.js";
import type { DirectionQuery } from "./direction-query.js";
import { type RankedRow, rankedRows } from "./ranked-rows.js";
import { scanCodes } from "./scan-codes.js";
import type { SearchFilter } from "./search-filter.js";
import { rowsPassing } from "./search-filter.js";
import type { SearchTable } from "./search-table.js";

/** Below so many numbers, reading them all is as good as any way. */
const FEW_NUMBERS = 2 ** 16;

/**
 * For each query the `top` rows with the highest cosines, best first, equal ones in row order.
 *
 * Cosines are f64, from the rows themselves; codes only spare looking at rows that can't be among the answers.
 */
export function exactSearch(
  table: SearchTable,
  queries: readonly DirectionQuery[],
  filter: SearchFilter,
  top: number,
): RankedRow[][] {
  return exactSearchBy(codesFor(table, filter, top), table, queries, filter, top);
}

/** The codes of a table, where a scan of them is the quicker way. */
export function codesFor(table: SearchTable, { end, count }: SearchFilter, top: number): CodeTable | undefined {
  const isFew = count * table.dimension < FEW_NUMBERS || count * 16 < end || top * 16 > count;
  return isFew ? undefined : codeTable(table);
}

/** {@link exactSearch}, with codes or without. */
export function exactSearchBy(
  codes: CodeTable | undefined,
  table: SearchTable,
  queries: readonly DirectionQuery[],
  filter: SearchFilter,
  top: number,
): RankedRow[][] {
  const candidates = codes === undefined ? [] : scanCodes(codes, queries, filter, top);
  return queries.map(({ direction, excluded }, index) => {
    const listed = candidates[index] ?? rowsPassing(filter, excluded);
    return rankedRows(listed, cosines(table, direction, listed), top);
  });
}
