import { type ByteWindow, more, moveInto, type Reading } from "../reading/byte-window.js";
import type { NormedTable } from "../vectors/row-norms.js";

/** The numbers of a table of which no more rows are known to exist than have been seen. */
export interface FloatTable {
  readonly D: number;
  /** Rows that it will have at most. */
  readonly most: number;
  /** Filled in the front, in row order. */
  data: Float32Array;
  /** The bytes of `data`, in one memory with it. */
  bytes: Uint8Array;
  /** The lengths of those rows that have been measured. */
  norms: Float64Array;
}

/** @param rows - those to make room for at once: as many as the bytes of the file warrant */
export function floatTable(D: number, most: number, rows: number, error: (message: string) => Error): FloatTable {
  const data = allocated(rows, D, error);
  return { D, most, data, bytes: new Uint8Array(data.buffer), norms: new Float64Array(rows) };
}

/** Makes room for a row, and for all the others that are to be `expected`. */
export function reserve(table: FloatTable, row: number, expected: number, error: (message: string) => Error): void {
  const { D, most, data, norms } = table;
  if ((row + 1) * D <= data.length) return;
  const rows = Math.min(most, Math.max(row + 1, expected));
  table.data = allocated(rows, D, error);
  table.data.set(data);
  table.bytes = new Uint8Array(table.data.buffer);
  table.norms = new Float64Array(rows);
  table.norms.set(norms);
}

/**
 * Lets the window be in the memory of a table that has all its rows, from where numbers move to their rows: what precedes
 * them in the file is longer than their own four bytes each. So the memory of a large table is first touched where blocks
 * are read, on another thread, and no byte is copied twice.
 */
export function* readInPlace(window: ByteWindow, { bytes, norms, most }: FloatTable): Reading<void> {
  if (window.isLast || norms.length < most || bytes.length < 2 * window.bytes.length) return;
  moveInto(window, bytes);
  // More is needed in any case; it is read while the first rows are gone through, by code that is not yet compiled.
  yield* more(window);
}

/** The first rows, in arrays without room for more. */
export function firstRows({ D, data, norms }: FloatTable, rows: number): NormedTable {
  if (norms.length === rows) return { D, data, norms };
  return { D, data: data.slice(0, rows * D), norms: norms.slice(0, rows) };
}

function allocated(rows: number, D: number, error: (message: string) => Error): Float32Array {
  try {
    return new Float32Array(rows * D);
  } catch {
    const size = (rows * D * 4) / 2 ** 30;
    throw error(
      `a table of ${rows} × ${D} numbers takes ${size.toFixed(1)} GiB, which cannot be had; { limit: N } reads fewer rows`,
    );
  }
}
