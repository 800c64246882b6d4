import { type CodeTable, codeTable } from "./code-table.js";
import { cosines } from "./cosines.js";
import { type RankedRow, rankedRows } from "./ranked-rows.js";
import { type CodeSearch, scanCodes } from "./scan-codes.js";
import { rowsPassing, type SearchFilter } from "./search-filter.js";
import type { SearchTable } from "./search-table.js";

/** The number of numbers below which reading them all is as fast as a scan of codes. */
const FEW_NUMBERS = 2 ** 16;

/** What is searched for in a table: for each query, the best `top` of the rows that pass a filter. */
export interface Search extends CodeSearch {
  readonly table: SearchTable;
}

/**
 * Finds for each query the `top` rows with the highest cosines, best first, equal ones in row order.
 *
 * Cosines are f64, from the rows themselves; codes only spare looking at rows that can't be among the answers.
 */
export function exactSearch(search: Search): RankedRow[][] {
  const { table, filter, top } = search;
  return exactSearchBy(codesFor(table, filter, top), search);
}

/** The codes of a table, where a scan of them is the quicker way. */
export function codesFor(table: SearchTable, { end, count }: SearchFilter, top: number): CodeTable | undefined {
  const isFew = count * table.dimension < FEW_NUMBERS || count * 16 < end || top * 16 > count;
  return isFew ? undefined : codeTable(table);
}

/** {@link exactSearch}, with codes or without. */
export function exactSearchBy(codes: CodeTable | undefined, search: Search): RankedRow[][] {
  const { table, queries, filter, top } = search;
  const candidates = codes === undefined ? [] : scanCodes(codes, search);
  return queries.map(({ direction, excluded }, index) => {
    const listed = candidates[index] ?? rowsPassing(filter, excluded);
    return rankedRows(listed, cosines(table, direction, listed), top);
  });
}
