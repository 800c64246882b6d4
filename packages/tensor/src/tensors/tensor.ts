import { isList, requireArgument } from "@wordloom/arguments";
import { ShapeError } from "./shape-error.js";

/** The numbers of a tensor: in single or in double precision. */
export type FloatArray = Float32Array | Float64Array;

/** `f32` trains; `f64` exists so that gradient checks can be exact. */
export type Precision = "f32" | "f64";

/** Dense, contiguous, row-major numbers. Plain data: every operation is a function. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: FloatArray;
}

/** Row numbers of a table, such as word ids; they have no gradient. */
export interface Ids {
  readonly shape: readonly number[];
  readonly data: Int32Array;
}

/**
 * Makes a tensor around data that is already there; nothing is copied.
 *
 * @throws ShapeError if the data does not fill the shape
 */
export function tensor(shape: readonly number[], data: FloatArray): Tensor {
  const isFloats = /^\[object Float(32|64)Array\]$/.test(Object.prototype.toString.call(data));
  requireShape("tensor", shape);
  requireArgument("tensor", isFloats, "the data is", data, "it is a Float32Array or Float64Array; matrix takes lists");
  checkSize("tensor", shape, data.length);
  return { shape, data };
}

/**
 * Makes a tensor of zeros.
 *
 * @throws ShapeError if a length of the shape is not a whole number from 0
 */
export function zeros(shape: readonly number[], precision: Precision = "f32"): Tensor {
  requireShape("zeros", shape);
  const size = sizeOf("zeros", shape);
  return { shape, data: precision === "f32" ? new Float32Array(size) : new Float64Array(size) };
}

/** Makes a tensor of zeros in the precision of another, and in its shape if none is given. */
export function zerosLike(like: Tensor, shape: readonly number[] = like.shape): Tensor {
  return zeros(shape, precisionOf(like));
}

/**
 * Makes a matrix from its rows.
 *
 * @throws ShapeError if the rows differ in length
 * @example
 * matrix([[1, 2], [3, 4]]).shape // [2, 2]
 */
export function matrix(rows: readonly (readonly number[])[], precision: Precision = "f32"): Tensor {
  const areRows = Array.isArray(rows) && rows.every(isList);
  requireArgument("matrix", areRows, "the rows are", rows, "they are a list of lists of numbers");
  const columns = rows.length === 0 ? 0 : rows[0].length;
  for (const [index, row] of rows.entries()) {
    if (row.length !== columns) {
      throw new ShapeError(`matrix: row ${index} has ${row.length} numbers, row 0 has ${columns}`);
    }
  }
  const out = zeros([rows.length, columns], precision);
  for (const [index, row] of rows.entries()) out.data.set(row, index * columns);
  return out;
}

/**
 * Makes ids: row numbers in a shape.
 *
 * @throws ShapeError if the values do not fill the shape
 * @example
 * ids([2, 1], [4, 0]).data // Int32Array [4, 0]
 */
export function ids(shape: readonly number[], values: ArrayLike<number>): Ids {
  requireShape("ids", shape);
  requireArgument("ids", isList(values), "the values are", values, "they are a list of row numbers");
  checkSize("ids", shape, values.length);
  return { shape, data: isInt32(values) ? values : Int32Array.from(values) };
}

function requireShape(caller: string, shape: readonly number[]): void {
  requireArgument(caller, isList(shape), "the shape is", shape, "it is a list of lengths, such as [2, 3]");
}

/** Reads the precision of a tensor from its data. */
export function precisionOf({ data }: Tensor): Precision {
  return data.BYTES_PER_ELEMENT === 4 ? "f32" : "f64";
}

/** Refuses data that does not fill a shape. */
export function checkSize(caller: string, shape: readonly number[], length: number): void {
  const size = sizeOf(caller, shape);
  if (size !== length) {
    throw new ShapeError(`${caller}: shape [${shape.join(", ")}] holds ${size} numbers, the data has ${length}`);
  }
}

/** Counts the numbers that a shape holds. */
export function sizeOf(caller: string, shape: readonly number[]): number {
  if (shape.some((length) => !Number.isInteger(length) || length < 0)) {
    throw new ShapeError(`${caller}: shape [${shape.join(", ")}] has a length that is not a whole number`);
  }
  return shape.reduce((product, length) => product * length, 1);
}

/** By its tag, for an array of another realm has another class. */
function isInt32(values: ArrayLike<number>): values is Int32Array {
  return Object.prototype.toString.call(values) === "[object Int32Array]";
}
