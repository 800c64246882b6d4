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
export function writeTables(training: TrainingMemory, tables: Tables, D: number): void {
  visitSlices(training, tables, D, (table, d, slice, at) => {
    slice[at] = table[d];
  });
}

/** Puts the slices of the threads together again. */
export function readTables(training: TrainingMemory, V: number, D: number): Tables {
  const tables = { input: new Float32Array(V * D), output: new Float32Array(V * D) };
  visitSlices(training, tables, D, (table, d, slice, at) => {
    table[d] = slice[at];
  });
  return tables;
}

type Visit = (table: Float32Array, index: number, slice: Float32Array, at: number) => void;

/** Calls `visit` with each number's place in its table and in the slice of the thread that owns it. */
function visitSlices({ memory, threads }: TrainingMemory, tables: Tables, D: number, visit: Visit): void {
  for (const { run, slice } of threads) {
    for (const field of ["input", "output"] as const) {
      const table = tables[field];
      const width = 4 * slice.starts.length;
      const own = new Float32Array(memory.buffer, run.read(field), (table.length / D) * width);
      for (let row = 0, at = 0; row < table.length; row += D) {
        for (const start of slice.starts) {
          for (let d = start; d < start + 4; d++, at++) if (d < D) visit(table, row + d, own, at);
        }
      }
    }
  }
}
