import { type MemoryPlan, reserve } from "@wordloom/wasm";
import { int8RowInto, isInt8 } from "../quantized/int8.js";
import { kernelPlan, kernelsOn, type VectorKernels } from "../wasm/kernels.js";
import type { SearchTable } from "./search-table.js";

/**
 * Rows in one byte a number, where kernels can reach them, with bounds of what that changes: a quarter of an f32 table and
 * eight bytes a row. A scan of the codes leaves the few rows that can be among the answers; their similarities are computed
 * from the table itself, so that answers do not depend on codes, nor on whether there are kernels.
 */
export interface CodeTable extends VectorKernels, CodePlaces {
  readonly table: SearchTable;
  /** `[V, D]`, the codes. */
  readonly bytes: Int8Array;
  /** `[V]`, the errors. */
  readonly errorOf: Float32Array;
}

/** Addresses in the memory. */
export interface CodePlaces {
  /** `[V, D]` bytes. */
  readonly codes: number;
  /** Two f32 for each row (see {@link writeCodes}). */
  readonly factors: number;
  readonly errors: number;
  /** From one query to the next. */
  readonly queryBytes: number;
  readonly scratch: Scratch;
}

/** Addresses of what a call of a kernel reads and writes. */
interface Scratch {
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

/** Codes belong to the rows of one value. Numbers in the same memory may be others by now: those rows have codes of their own. */
const known = new WeakMap<SearchTable, CodeTable>();

/** The codes of a value's rows, made when they are first asked for; undefined where kernels cannot work on them. */
export function codeTable(table: SearchTable): CodeTable | undefined {
  const found = known.get(table);
  if (found !== undefined) return found;
  const plan = kernelPlan();
  const places = planCodes(plan, table);
  const memory = places && kernelsOn(plan.size);
  return memory && writeCodes(memory, places, table);
}

/** `[V, D]`, the codes of a value's rows, if they have been made. */
export function keptCodes(table: SearchTable): Int8Array | undefined {
  return known.get(table)?.bytes;
}

/** Where the codes of a table will be in a memory; undefined for rows too wide for kernels. */
export function planCodes(plan: MemoryPlan, { dimension: D, lengths }: SearchTable): CodePlaces | undefined {
  if (D > WIDEST_ROW) return undefined;
  const V = lengths.length;
  const queryBytes = Math.ceil(D / 8) * 16;
  return {
    codes: reserve(plan, V * D),
    factors: reserve(plan, V * 4),
    errors: reserve(plan, V * 4),
    queryBytes,
    scratch: {
      queries: reserve(plan, QUERIES * queryBytes),
      thresholds: reserve(plan, QUERIES * 4),
      counts: reserve(plan, QUERIES * 4),
      out: reserve(plan, Math.max(QUERIES * BATCH_ROWS, SINGLE_ROWS) * 8),
    },
  };
}

/**
 * Writes the codes of a value's rows into a memory; from now on they are the ones for this value.
 *
 * `factor = scale / length · QUERY_UNIT` brings a product of codes and query to a cosine; `error` is what the cosine with
 * any direction can be off for the rounding of the row: the length of the difference over that of the row.
 */
export function writeCodes(memory: VectorKernels, places: CodePlaces, table: SearchTable): CodeTable {
  const { dimension: D, numbers, lengths } = table;
  const V = lengths.length;
  const codes = new Int8Array(memory.buffer, places.codes, V * D);
  const factors = new Float32Array(memory.buffer, places.factors, V);
  const errors = new Float32Array(memory.buffer, places.errors, V);
  if (isInt8(numbers)) codes.set(numbers);
  for (let row = 0; row < V; row++) {
    const length = lengths[row];
    const scale = isInt8(numbers) ? 1 : int8RowInto(codes, row * D, numbers, row * D, D);
    const error = isInt8(numbers) ? 0 : distance(numbers, codes, row * D, D, scale);
    factors[row] = length === 0 ? 0 : (scale / length) * QUERY_UNIT;
    // The length of a query's codes is below 1.005, that of the query itself 1 at most.
    errors[row] = length === 0 ? 0 : 1.005 * (error / length) + ROUNDING;
  }
  const written = { ...memory, ...places, table, bytes: codes, errorOf: errors };
  known.set(table, written);
  return written;
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
 * Writes a direction as the query with an index, and returns how much its rounding can change a cosine.
 *
 * @param direction - `[D]`, of length 1 or 0
 */
export function writeQuery({ buffer, queryBytes, scratch }: CodeTable, index: number, direction: Float64Array): number {
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

/** 32 bits that differ, almost surely, between tables whose rows have different directions. */
export function codesChecksum({ buffer, codes, table }: CodeTable): number {
  const bytes = new Uint8Array(buffer, codes, table.numbers.length);
  const whole = bytes.length - (bytes.length % 4);
  let sum = bytes.length;
  for (const word of new Int32Array(buffer, codes, whole / 4)) sum = stirred(sum ^ word);
  for (const byte of bytes.subarray(whole)) sum = stirred(sum ^ byte);
  return sum >>> 0;
}

function stirred(bits: number): number {
  const product = Math.imul(bits, 0x9e3779b1);
  return product ^ (product >>> 15);
}
