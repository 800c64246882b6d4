import { isList, requireArgument } from "@wordloom/arguments";

/** A table in one byte a number: row `v` is about `scales[v] · codes[v]`. Plain data. */
export interface Int8Rows {
  /** `D`, the length of each row. */
  readonly dimension: number;
  /** `[V, D]`, row-major, from −127 to 127. */
  readonly codes: Int8Array;
  /** `[V]`, the scale of each row; 0 for a row of zeros. */
  readonly scales: Float32Array;
}

/**
 * Writes a table in one byte a number, with a scale for each row, so that a long row takes nothing from a short one.
 *
 * `scale = max |x| / 127`, `code = x / scale`, rounded to the nearest, a half to the even one. A number moves by half a
 * scale at most. Where the largest number of a row is below 1e-36, it may move further, since f32 has too few digits
 * left for the scale.
 *
 * @param data - `[V, D]`, row-major
 * @param dimension - `D`
 * @throws RangeError if the numbers do not fill rows of `D`, or one is not finite
 * @throws TypeError if `data` is not a typed array, or `dimension` not a number
 *
 * @example
 * toInt8(Float32Array.of(1, -2, 0.5), 3) // { dimension: 3, codes: Int8Array [64, -127, 32], scales: Float32Array [0.01574…] }
 */
export function toInt8(data: Float32Array, dimension: number): Int8Rows {
  const isTable = ArrayBuffer.isView(data) && isList(data);
  requireArgument("toInt8", isTable, "the numbers are", data, "they are a Float32Array, such as vectors.data");
  const right = "toInt8(vectors.data, vectors.dimension)";
  requireArgument("toInt8", typeof dimension === "number", "the dimension is", dimension, right);
  if (!(Number.isSafeInteger(dimension) && dimension > 0 && data.length % dimension === 0)) {
    throw new RangeError(`toInt8: ${data.length} numbers do not fill rows of ${dimension}`);
  }
  const codes = new Int8Array(data.length);
  const scales = new Float32Array(data.length / dimension);
  for (let row = 0; row < scales.length; row++) {
    const start = row * dimension;
    scales[row] = int8RowInto(codes, start, data, start, dimension);
    if (!Number.isFinite(scales[row])) {
      const column = data.subarray(start, start + dimension).findIndex((number) => !Number.isFinite(number));
      throw new RangeError(`toInt8: number ${column} of row ${row} is ${data[start + column]}`);
    }
  }
  return { dimension, codes, scales };
}

/**
 * Computes the numbers that codes stand for, `scale · code`, `[V, D]`.
 *
 * @throws TypeError if `rows` have no codes and scales
 *
 * @example
 * fromInt8({ dimension: 2, codes: Int8Array.of(127, -64), scales: Float32Array.of(0.5) }) // Float32Array [63.5, -32]
 */
export function fromInt8(rows: Int8Rows): Float32Array {
  const { codes, scales, dimension } = Object(rows) as Int8Rows;
  requireArgument("fromInt8", isList(codes) && isList(scales), "the rows are", rows, "toInt8 makes them");
  const data = new Float32Array(codes.length);
  for (let i = 0; i < data.length; i++) data[i] = codes[i] * scales[Math.floor(i / dimension)];
  return data;
}

/** 127 times the next f32 would be beyond f32. */
const LARGEST_SCALE = 2.6793883890187504e36;
/** Adding this to a number below 2^51 leaves no digits behind the point, and rounds a half to the even one. */
const WHOLE = 1.5 * 2 ** 52;

export function isInt8(numbers: Float32Array | Int8Array): numbers is Int8Array {
  return numbers.BYTES_PER_ELEMENT === 1;
}

/** The Euclidean length of a row of codes; their sum of squares is exact. */
export function codesNorm(codes: Int8Array, start: number, D: number): number {
  let sum = 0;
  for (let i = start; i < start + D; i++) sum += codes[i] * codes[i];
  return Math.sqrt(sum);
}

/** Writes the codes of a row and returns its scale, which is not finite where a number is not. */
export function int8RowInto(
  codes: Int8Array,
  codesStart: number,
  data: Float32Array,
  start: number,
  D: number,
): number {
  let largest = 0;
  for (let d = 0; d < D; d++) largest = Math.max(largest, Math.abs(data[start + d]));
  if (!Number.isFinite(largest)) return largest;
  const scale = Math.fround(Math.min(largest / 127, LARGEST_SCALE));
  if (scale === 0) {
    codes.fill(0, codesStart, codesStart + D);
    return 0;
  }
  for (let d = 0; d < D; d++) {
    const code = data[start + d] / scale + WHOLE - WHOLE;
    codes[codesStart + d] = Math.min(127, Math.max(-127, code));
  }
  return scale;
}
