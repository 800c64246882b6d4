import { isLittleEndian } from "../tables/is-little-endian.js";
import { kernelsOn, type VectorKernels } from "../wasm/kernels.js";

/** Numbers that the kernel is given at a time: few enough for the nearest caches, enough that giving them costs nothing. */
const CHUNK = 1 << 15;
const NUMBER_BYTES = 4 * CHUNK;
/** Rows of one number have as many norms, of eight bytes. */
const MEMORY_BYTES = NUMBER_BYTES + 8 * CHUNK;

/** `[V, D]`, row-major, and the length of each row. */
export interface NormedTable {
  readonly D: number;
  readonly data: Float32Array;
  readonly norms: Float64Array;
}

/** Made when it is needed; null where it can't be. */
let memory: VectorKernels | null | undefined;

/**
 * The Euclidean length of each row of `[V, D]`, in f64, where the squares of f32 numbers neither overflow nor
 * vanish: it is finite exactly if the row is.
 */
export function rowNorms(data: Float32Array, D: number): Float64Array {
  const norms = new Float64Array(data.length / D);
  writeNorms({ D, data, norms }, 0, norms.length);
  return norms;
}

/** Writes the lengths of the rows from `start` to `end`, by SIMD where they are many. */
export function writeNorms(rows: NormedTable, start: number, end: number): void {
  const { D, data, norms } = rows;
  const most = Math.floor(CHUNK / D);
  const isWorthIt = most > 0 && end - start >= most && isLittleEndian;
  if (isWorthIt && memory === undefined) memory = kernelsOn(MEMORY_BYTES) ?? null;
  if (!isWorthIt || !memory) {
    writePlainNorms(rows, start, end);
    return;
  }
  const { kernels, buffer } = memory;
  const numbers = new Float32Array(buffer, 0, CHUNK);
  for (let row = start; row < end; row += most) {
    const count = Math.min(most, end - row);
    numbers.set(data.subarray(row * D, (row + count) * D));
    kernels.rowNorms(0, NUMBER_BYTES, count, D);
    norms.set(new Float64Array(buffer, NUMBER_BYTES, count), row);
  }
}

/** Writes the lengths of rows without WebAssembly, equal to {@link writeNorms} bit for bit. */
export function writePlainNorms({ D, data, norms }: NormedTable, start: number, end: number): void {
  for (let row = start; row < end; row++) norms[row] = rowNorm(data, row * D, D);
}

/** By eight sums side by side, for in one each addition would wait for the one before. */
export function rowNorm(data: Float32Array, start: number, D: number): number {
  const end = start + D;
  const eights = end - (D % 8);
  let [a, b, c, d, e, f, g, h, rest] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let i = start;
  for (; i < eights; i += 8) {
    a += data[i] * data[i];
    b += data[i + 1] * data[i + 1];
    c += data[i + 2] * data[i + 2];
    d += data[i + 3] * data[i + 3];
    e += data[i + 4] * data[i + 4];
    f += data[i + 5] * data[i + 5];
    g += data[i + 6] * data[i + 6];
    h += data[i + 7] * data[i + 7];
  }
  for (; i < end; i++) rest += data[i] * data[i];
  return Math.sqrt(a + e + (c + g) + (b + f + (d + h)) + rest);
}
