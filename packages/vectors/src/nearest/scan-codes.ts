import { type Candidates, candidatesFor, offer, settled } from "./candidates.js";
import { BATCH_ROWS, type CodeTable, QUERIES, SINGLE_ROWS, writeQuery } from "./code-table.js";
import type { DirectionQuery } from "./direction-query.js";
import type { SearchFilter } from "./search-filter.js";

/** What is searched for by codes: for each query, rows that pass a filter and can be among the best `top`. */
export interface CodeSearch {
  readonly queries: readonly DirectionQuery[];
  readonly filter: SearchFilter;
  readonly top: number;
}

/** One query of a scan: what it was asked, what it has found, and how far its own rounding can move a cosine. */
interface Scan {
  readonly query: DirectionQuery;
  readonly candidates: Candidates;
  readonly error: number;
}

/** The number of queries from which on it pays to take four at a time. */
const ENOUGH_FOR_A_BATCH = 3;

/**
 * For each query the rows, in their order, that can be among the `top` answers: by the bounds of the codes, no other row
 * can. Undefined for a query that they leave too many for.
 */
export function scanCodes(codes: CodeTable, { queries, filter, top }: CodeSearch): (number[] | undefined)[] {
  const found: (number[] | undefined)[] = [];
  for (let first = 0; first < queries.length; first += QUERIES) {
    const scans = queries.slice(first, first + QUERIES).map((query, index) => ({
      query,
      candidates: candidatesFor(Math.min(top, filter.count)),
      error: writeQuery(codes, index, query.direction),
    }));
    if (scans.length < ENOUGH_FOR_A_BATCH)
      for (const [index, scan] of scans.entries()) scanOne(codes, index, scan, filter);
    else scanMany(codes, scans, filter);
    found.push(...scans.map(({ candidates }) => settled(candidates)));
  }
  return found;
}

function scanOne(codes: CodeTable, index: number, scan: Scan, filter: SearchFilter): void {
  const { kernels, buffer, table, scratch } = codes;
  const D = table.dimension;
  const query = scratch.queries + index * codes.queryBytes;
  const found = foundRows(buffer, scratch.out, SINGLE_ROWS);
  for (let start = 0; start < filter.end; start += SINGLE_ROWS) {
    const end = Math.min(start + SINGLE_ROWS, filter.end);
    const limit = scan.candidates.threshold - scan.error;
    const count = kernels.scan(codes.codes, codes.factors, codes.errors, query, limit, scratch.out, start, end, D);
    offerFound(codes, scan, found, 0, count, filter);
  }
}

function scanMany(codes: CodeTable, scans: readonly Scan[], filter: SearchFilter): void {
  const { kernels, buffer, table, scratch } = codes;
  const D = table.dimension;
  const B = Math.ceil(scans.length / 4) * 4;
  // Queries that only fill up the last four find nothing.
  const limits = new Float32Array(buffer, scratch.thresholds, B).fill(Infinity);
  const counts = new Int32Array(buffer, scratch.counts, B);
  const found = foundRows(buffer, scratch.out, B * BATCH_ROWS);
  for (let start = 0; start < filter.end; start += BATCH_ROWS) {
    const end = Math.min(start + BATCH_ROWS, filter.end);
    for (const [b, { candidates, error }] of scans.entries()) limits[b] = candidates.threshold - error;
    counts.fill(0);
    kernels.scanMany(
      codes.codes,
      codes.factors,
      codes.errors,
      scratch.queries,
      scratch.thresholds,
      scratch.counts,
      scratch.out,
      BATCH_ROWS,
      B,
      start,
      end,
      D,
    );
    for (const [b, scan] of scans.entries()) offerFound(codes, scan, found, b * BATCH_ROWS, counts[b], filter);
  }
}

/** What kernels write: a row and its bound, side by side. */
interface FoundRows {
  readonly rows: Int32Array;
  readonly bounds: Float32Array;
}

function foundRows(buffer: ArrayBuffer, out: number, count: number): FoundRows {
  return { rows: new Int32Array(buffer, out, 2 * count), bounds: new Float32Array(buffer, out, 2 * count) };
}

function offerFound(
  { errorOf }: CodeTable,
  { query, candidates, error }: Scan,
  { rows, bounds }: FoundRows,
  first: number,
  count: number,
  { isIn }: SearchFilter,
): void {
  for (let i = 2 * first; i < 2 * (first + count); i += 2) {
    const row = rows[i];
    if ((isIn !== undefined && isIn[row] === 0) || query.excluded.has(row)) continue;
    const bound = bounds[i + 1];
    offer(candidates, row, bound - 2 * errorOf[row] - error, bound + error);
  }
}
