import { fork, randomFromSeed, uniform } from "@wordloom/random";
import type { TrainingMemory } from "./training-memory.js";

/** The tables of a run, `[V, D]` each. */
export interface Tables {
  readonly input: Float32Array;
  readonly output: Float32Array;
}

/** word2vec's start: input vectors uniform in `[−0.5, 0.5) / D`, output vectors zero. */
export function initialTables(V: number, D: number, seed: number): Tables {
  const random = fork(randomFromSeed(seed), "input");
  const input = new Float32Array(V * D);
  for (let i = 0; i < input.length; i++) input[i] = (uniform(random) - 0.5) / D;
  return { input, output: new Float32Array(V * D) };
}

/** Parts tables into the slices of the threads. */
export function writeTables({ memory, threads }: TrainingMemory, { input, output }: Tables, D: number): void {
  for (const { run, slice } of threads) {
    const width = slice.end - slice.start;
    const owned = Math.min(slice.end, D) - slice.start;
    for (const [field, table] of [
      ["input", input],
      ["output", output],
    ] as const) {
      const to = new Float32Array(memory.buffer, run.read(field), (table.length / D) * width);
      for (let v = 0; v < table.length / D; v++) {
        to.set(table.subarray(v * D + slice.start, v * D + slice.start + owned), v * width);
      }
    }
  }
}

/** Puts the slices of the threads together again. */
export function readTables({ memory, threads }: TrainingMemory, V: number, D: number): Tables {
  const tables = { input: new Float32Array(V * D), output: new Float32Array(V * D) };
  for (const { run, slice } of threads) {
    const width = slice.end - slice.start;
    const owned = Math.min(slice.end, D) - slice.start;
    for (const field of ["input", "output"] as const) {
      const from = new Float32Array(memory.buffer, run.read(field), V * width);
      for (let v = 0; v < V; v++) {
        tables[field].set(from.subarray(v * width, v * width + owned), v * D + slice.start);
      }
    }
  }
  return tables;
}
