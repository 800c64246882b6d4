import { roomFor } from "./slices.js";
import type { Tables } from "./tables.js";
import type { TrainingMemory } from "./training-memory.js";

/**
 * Hands out the tables of a run where they are: the threads' slices are put together in their own place. The run can't go on after that.
 */
export function tablesInPlace(training: TrainingMemory, V: number, D: number): Tables {
  return { input: tableInPlace(training, "input", V, D), output: tableInPlace(training, "output", V, D) };
}

function tableInPlace({ memory, threads }: TrainingMemory, field: keyof Tables, V: number, D: number): Float32Array {
  const address = threads[0].run.read(field);
  const U = Math.ceil(D / 4);
  const rows = roomFor(V);
  const first: number[] = [];
  const step: number[] = [];
  for (const { run, slice } of threads) {
    for (const [index, start] of slice.starts.entries()) {
      first[start / 4] = (run.read(field) - address) / 16 + index;
      step[start / 4] = slice.starts.length;
    }
  }
  const vectors = new Int32Array(memory.buffer, address, rows * U * 4);
  if (threads.length > 1) permute(vectors, (to) => first[to % U] + Math.floor(to / U) * step[to % U]);
  const table = new Float32Array(memory.buffer, address, rows * U * 4);
  // Rows were filled up to whole vectors.
  if (D < 4 * U) for (let v = 1; v < V; v++) table.copyWithin(v * D, v * 4 * U, v * 4 * U + D);
  return table.subarray(0, V * D);
}

/** Moves each vector of four numbers to its place, along the cycles of a permutation: a bit for each is all that it takes. */
function permute(vectors: Int32Array, sourceOf: (to: number) => number): void {
  const count = vectors.length / 4;
  const isPlaced = new Uint32Array(Math.ceil(count / 32));
  for (let start = 0; start < count; start++) {
    if (isPlaced[start >>> 5] & (1 << (start & 31))) continue;
    const [a, b, c, d] = vectors.subarray(4 * start, 4 * start + 4);
    let to = start;
    for (let from = sourceOf(to); from !== start; from = sourceOf(to)) {
      for (let j = 0; j < 4; j++) vectors[4 * to + j] = vectors[4 * from + j];
      isPlaced[to >>> 5] |= 1 << (to & 31);
      to = from;
    }
    isPlaced[to >>> 5] |= 1 << (to & 31);
    vectors.set([a, b, c, d], 4 * to);
  }
}
