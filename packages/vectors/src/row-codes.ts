import type { DirectionRows } from "./direction-rows.js";
import { int8RowInto } from "./int8.js";
import { type Kernels, kernelsOn } from "./kernels.js";

/**
 * Rows in one byte a number, where kernels can reach them, with bounds of what that changes: a quarter of an f32 table and
 * eight bytes a row. A scan of the codes leaves the few rows that can be among the answers; their similarities are computed
 * from the table itself, so that answers do not depend on codes, nor on whether there are kernels.
 */
export interface RowCodes {
  readonly kernels: Kernels;
  readonly buffer: ArrayBuffer;
  readonly rows: DirectionRows;
  /** Addresses: of `[V, D]` codes, and of two f32 for each row (see {@link codeRows}). */
  readonly codes: number;
  readonly factors: number;
  readonly errors: number;
  /** `[V]`, the errors. */
  readonly errorOf: Float32Array;
  /** From one query to the next. */
  readonly queryBytes: number;
  readonly scratch: Scratch;
}

/** Addresses of what a call of a kernel reads and writes. */
export interface Scratch {
  /** {@link QUERIES} queries. */
  readonly queries: number;
  readonly thresholds: number;
  readonly counts: number;
  /** Rows and bounds, or scores. */
  readonly out: number;
}

/** Queries at a time: enough that reading the codes costs little, few enough that they stay in the cache. */
export const QUERIES = 128;
/** Rows in a turn of all queries. */
export const BATCH_ROWS = 256;
/** Rows in a turn of one query. */
export const SINGLE_ROWS = 4096;
/** Numbers of a query are 16-bit, whole multiples of this. The largest sum of products, at the widest row, is half of 2^31. */
export const QUERY_UNIT: number = 1 / 32767;
const WIDEST_ROW = 65536;
/** What rounding of factors, scores, errors and thresholds to f32 can add up to, and more. */
const ROUNDING = 1e-6;
/** Scans read up to this many bytes beyond what they count. */
const READ_AHEAD = 64;

const known = new WeakMap<DirectionRows["numbers"], RowCodes>();

/** The codes of a table, made when they are first asked for; undefined where kernels cannot work on them. */
export function rowCodes(rows: DirectionRows): RowCodes | undefined {
  const found = known.get(rows.numbers);
  if (found !== undefined && found.rows.dimension === rows.dimension) return found;
  const made = codeRows(rows);
  if (made !== undefined) known.set(rows.numbers, made);
  return made;
}

/**
 * `factor = scale / length · QUERY_UNIT` brings a product of codes and query to a cosine; `error` is what the cosine with
 * any direction can be off for the rounding of the row: the length of the difference over that of the row.
 */
function codeRows(rows: DirectionRows): RowCodes | undefined {
  const { dimension: D, numbers, lengths } = rows;
  const V = lengths.length;
  if (D > WIDEST_ROW) return undefined;
  let size = 64;
  const allocate = (bytes: number): number => {
    const address = size;
    size += Math.ceil((bytes + READ_AHEAD) / 64) * 64;
    return address;
  };
  const queryBytes = Math.ceil(D / 8) * 16;
  const scratch = {
    queries: allocate(QUERIES * queryBytes),
    thresholds: allocate(QUERIES * 4),
    counts: allocate(QUERIES * 4),
    out: allocate(Math.max(QUERIES * BATCH_ROWS, SINGLE_ROWS) * 8),
  };
  const [codes, factors, errors] = [V * D, V * 4, V * 4].map(allocate);
  const memory = kernelsOn(size);
  if (memory === undefined) return undefined;

  const rowCodes = new Int8Array(memory.buffer, codes, V * D);
  const rowFactors = new Float32Array(memory.buffer, factors, V);
  const rowErrors = new Float32Array(memory.buffer, errors, V);
  if (numbers instanceof Int8Array) rowCodes.set(numbers);
  for (let row = 0; row < V; row++) {
    const start = row * D;
    const scale = numbers instanceof Int8Array ? 1 : int8RowInto(rowCodes, start, numbers, start, D);
    const length = lengths[row];
    const error = numbers instanceof Int8Array ? 0 : distance(numbers, rowCodes, start, D, scale);
    rowFactors[row] = length === 0 ? 0 : (scale / length) * QUERY_UNIT;
    // The length of a query's codes is below 1.005, that of the query itself 1 at most.
    rowErrors[row] = length === 0 ? 0 : 1.005 * (error / length) + ROUNDING;
  }
  return { ...memory, rows, codes, factors, errors, errorOf: rowErrors, queryBytes, scratch };
}

function distance(numbers: Float32Array, codes: Int8Array, start: number, D: number, scale: number): number {
  let sum = 0;
  for (let i = start; i < start + D; i++) {
    const difference = numbers[i] - codes[i] * scale;
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

/**
 * Writes a direction as the query of so many, and returns how much its rounding can change a cosine.
 *
 * @param direction - `[D]`, of length 1 or 0
 */
export function writeQuery({ buffer, queryBytes, scratch }: RowCodes, index: number, direction: Float64Array): number {
  // Kernels read eight numbers at a time; those behind the last count nothing.
  const query = new Int16Array(buffer, scratch.queries + index * queryBytes, queryBytes / 2).fill(0);
  let sum = 0;
  for (let d = 0; d < direction.length; d++) {
    query[d] = Math.round(direction[d] / QUERY_UNIT);
    const difference = direction[d] - query[d] * QUERY_UNIT;
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}
