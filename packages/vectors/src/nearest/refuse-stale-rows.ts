import { quoted } from "../messages/quoted.js";
import { codesNorm, int8RowInto, isInt8 } from "../quantized/int8.js";
import { rowNorm } from "../vectors/row-norms.js";
import type { SearchableVectors } from "../vectors/searchable-vectors.js";
import { keptCodes } from "./code-table.js";
import type { SearchTable } from "./search-table.js";

/** Rows that are looked at beside those that a query meets: training changes nearly all, and so these too. */
const LOOKS = 16;
/** Lengths that were computed in another order differ in their last bits. */
const TOLERANCE = 1e-6;

/**
 * Refuses rows whose numbers are no more those that lengths and codes were derived from: the given ones, which a query names
 * or finds, and some others, spread over the table from a place that depends on the given ones.
 *
 * @throws Error as {@link refuseStaleRow}
 */
export function refuseStaleRows(
  caller: string,
  vectors: SearchableVectors,
  table: SearchTable,
  rows: readonly number[],
): void {
  const V = table.lengths.length;
  const step = Math.ceil(V / LOOKS);
  const start = rows.reduce((sum, row) => sum + row, 0) % step;
  for (const row of rows) refuseStaleRow(caller, vectors, table, row);
  for (let row = start; row < V; row += step) refuseStaleRow(caller, vectors, table, row);
}

/** @throws Error if the row has changed, or if the memory that it was in is gone */
export function refuseStaleRow(caller: string, vectors: SearchableVectors, table: SearchTable, row: number): void {
  const { numbers, dimension: D, lengths } = table;
  if (numbers.length !== lengths.length * D) {
    throw new Error(
      `${caller}: the table has ${numbers.length} numbers, not ${lengths.length} rows of ${D}; ` +
        "was its memory transferred, or did it grow?",
    );
  }
  if (isAsMeasured(vectors, table, row) && isAsCoded(table, row)) return;
  const make = "codes" in vectors ? "int8Vectors(words, rows)" : "wordVectors(words, data)";
  throw new Error(
    `${caller}: row ${row}, ${quoted(vectors.words[row])}, is not what it was when the vectors were made; ` +
      `where numbers change, make them anew by ${make}`,
  );
}

function isAsMeasured(
  vectors: SearchableVectors,
  { numbers, dimension: D, lengths }: SearchTable,
  row: number,
): boolean {
  // Codes without a scale stand for zeros.
  if ("codes" in vectors && vectors.scales[row] === 0) return true;
  const length = isInt8(numbers) ? codesNorm(numbers, row * D, D) : rowNorm(numbers, row * D, D);
  return Math.abs(length - lengths[row]) <= TOLERANCE * lengths[row];
}

/** Rows can change and keep their length; then their codes tell. Where there are none, nothing but lengths was derived. */
function isAsCoded(table: SearchTable, row: number): boolean {
  const codes = keptCodes(table);
  if (codes === undefined) return true;
  const { numbers, dimension: D } = table;
  const start = row * D;
  let own = numbers;
  let first = start;
  if (!isInt8(numbers)) {
    own = new Int8Array(D);
    first = 0;
    int8RowInto(own, first, numbers, start, D);
  }
  for (let d = 0; d < D; d++) if (own[first + d] !== codes[start + d]) return false;
  return true;
}
