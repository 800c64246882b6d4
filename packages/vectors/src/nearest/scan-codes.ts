import { type CandidateRows, candidateRows, offer, settled } from "./candidates.js";
import { BATCH_ROWS, QUERIES, type RowCodes, SINGLE_ROWS, writeQuery } from "./code-table.js";
import type { RowQuery } from "./row-query.js";
import type { RestrictedRows } from "./search-filter.js";

/** One query of a scan: what it was asked, what it has found, and how far its own rounding can move a cosine. */
interface Scan {
  readonly query: RowQuery;
  readonly candidates: CandidateRows;
  readonly error: number;
}

/** From so many queries on, taking four at a time pays. */
const ENOUGH_FOR_A_BATCH = 3;

/**
 * For each query the rows, in their order, that can be among the `top` answers: by the bounds of the codes, no other row
 * can. Undefined for a query that they leave too many for.
 */
export function scannedCandidates(
  codes: RowCodes,
  queries: readonly RowQuery[],
  restricted: RestrictedRows,
  top: number,
): (number[] | undefined)[] {
  const found: (number[] | undefined)[] = [];
  for (let first = 0; first < queries.length; first += QUERIES) {
    const scans = queries.slice(first, first + QUERIES).map((query, index) => ({
      query,
      candidates: candidateRows(Math.min(top, restricted.count)),
      error: writeQuery(codes, index, query.direction),
    }));
    if (scans.length < ENOUGH_FOR_A_BATCH)
      for (const [index, scan] of scans.entries()) scanOne(codes, index, scan, restricted);
    else scanMany(codes, scans, restricted);
    found.push(...scans.map(({ candidates }) => settled(candidates)));
  }
  return found;
}

function scanOne(codes: RowCodes, index: number, scan: Scan, restricted: RestrictedRows): void {
  const { kernels, buffer, rows, scratch } = codes;
  const D = rows.dimension;
  const query = scratch.queries + index * codes.queryBytes;
  const found = foundRows(buffer, scratch.out, SINGLE_ROWS);
  for (let start = 0; start < restricted.end; start += SINGLE_ROWS) {
    const end = Math.min(start + SINGLE_ROWS, restricted.end);
    const limit = scan.candidates.threshold - scan.error;
    const count = kernels.scan(codes.codes, codes.factors, codes.errors, query, limit, scratch.out, start, end, D);
    offerFound(codes, scan, found, 0, count, restricted);
  }
}

function scanMany(codes: RowCodes, scans: readonly Scan[], restricted: RestrictedRows): void {
  const { kernels, buffer, rows, scratch } = codes;
  const D = rows.dimension;
  const B = Math.ceil(scans.length / 4) * 4;
  // Queries that only fill up the last four find nothing.
  const limits = new Float32Array(buffer, scratch.thresholds, B).fill(Infinity);
  const counts = new Int32Array(buffer, scratch.counts, B);
  const found = foundRows(buffer, scratch.out, B * BATCH_ROWS);
  for (let start = 0; start < restricted.end; start += BATCH_ROWS) {
    const end = Math.min(start + BATCH_ROWS, restricted.end);
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
    for (const [b, scan] of scans.entries()) offerFound(codes, scan, found, b * BATCH_ROWS, counts[b], restricted);
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
  { errorOf }: RowCodes,
  { query, candidates, error }: Scan,
  { rows, bounds }: FoundRows,
  first: number,
  count: number,
  { isIn }: RestrictedRows,
): void {
  for (let i = 2 * first; i < 2 * (first + count); i += 2) {
    const row = rows[i];
    if ((isIn !== undefined && isIn[row] === 0) || query.excluded.has(row)) continue;
    const bound = bounds[i + 1];
    offer(candidates, row, bound - 2 * errorOf[row] - error, bound + error);
  }
}
