import type { FloatTable } from "./float-table.js";
import { isLittleEndian } from "./is-little-endian.js";

/** f32 numbers in a file, from byte `at` of what is in memory of it. */
export interface FloatBytes {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly count: number;
  readonly isLittleEndian: boolean;
}

/**
 * Reads numbers to their place in a table, from where they are in its own memory, in front of which nothing is unread, or
 * in other memory.
 *
 * @param start - the place of the first, counted in numbers
 */
export function readFloats(from: FloatBytes, table: FloatTable, start: number): void {
  const { bytes, at, count } = from;
  const place = bytes.byteOffset + at;
  if (from.isLittleEndian !== isLittleEndian) {
    readFloatsSwapped(from, table, start);
  } else if (bytes.buffer !== table.bytes.buffer) {
    table.bytes.set(bytes.subarray(at, at + 4 * count), 4 * start);
  } else if (place !== 4 * start) {
    table.bytes.copyWithin(4 * start, place, place + 4 * count);
  }
}

/** Reads numbers one by one, whose bytes are not in the order that memory has them in. */
export function readFloatsSwapped(
  { bytes, at, count, isLittleEndian }: FloatBytes,
  table: FloatTable,
  start: number,
): void {
  const { data } = table;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, 4 * count);
  for (let i = 0; i < count; i++) data[start + i] = view.getFloat32(4 * i, isLittleEndian);
}
