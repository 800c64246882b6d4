import { fork, randomFromSeed, uniform } from "@wordloom/random";
import type { Tables } from "./tables.js";
import type { TrainingMemory } from "./training-memory.js";

/**
 * Fills the tables with word2vec's start: input vectors uniform in `[−0.5, 0.5) / D`, output vectors zero. They are drawn in the
 * order of the table, whichever thread owns them, and into their places: a table to copy from would stay in memory for the whole run. Zeros are
 * written though new memory has them: threads that touch it for the first time together take several times as long for it.
 */
export function startTables(training: TrainingMemory, V: number, D: number, seed: number): void {
  const random = fork(randomFromSeed(seed), "input");
  const parts = partsOf(training, "input", V);
  const row = new Float32Array(D);
  for (let v = 0; v < V; v++) {
    for (let d = 0; d < D; d++) row[d] = (uniform(random) - 0.5) / D;
    writeRow(parts, v, row, 0, D);
  }
  for (const { numbers } of partsOf(training, "output", V)) numbers.fill(0);
}

/** Writes tables, cut into the slices of the threads. */
export function writeTables(training: TrainingMemory, tables: Tables, D: number): void {
  for (const field of ["input", "output"] as const) {
    const V = tables[field].length / D;
    const parts = partsOf(training, field, V);
    for (let v = 0; v < V; v++) writeRow(parts, v, tables[field], v * D, D);
  }
}

/** Reads the tables, as copies put together from the slices of the threads. */
export function readTables(training: TrainingMemory, V: number, D: number): Tables {
  return { input: readTable(training, "input", V, D), output: readTable(training, "output", V, D) };
}

function readTable(training: TrainingMemory, field: keyof Tables, V: number, D: number): Float32Array {
  const table = new Float32Array(V * D);
  for (const { numbers, width, starts } of partsOf(training, field, V)) {
    for (let v = 0; v < V; v++) {
      for (let i = 0; i < starts.length; i++) {
        const from = v * width + 4 * i;
        const to = v * D + starts[i];
        const end = Math.min(4, D - starts[i]);
        for (let j = 0; j < end; j++) table[to + j] = numbers[from + j];
      }
    }
  }
  return table;
}

/** A thread's part of a table: word `v` has the dimensions `starts[i] + 0 … 3` at `numbers[v · width + 4 i]`. */
interface Part {
  readonly numbers: Float32Array;
  readonly width: number;
  readonly starts: readonly number[];
}

function partsOf({ memory, threads }: TrainingMemory, field: keyof Tables, V: number): Part[] {
  return threads.map(({ run, slice: { starts } }) => {
    const width = 4 * starts.length;
    return { numbers: new Float32Array(memory.buffer, run.read(field), V * width), width, starts };
  });
}

function writeRow(parts: readonly Part[], v: number, table: Float32Array, row: number, D: number): void {
  for (const { numbers, width, starts } of parts) {
    for (let i = 0; i < starts.length; i++) {
      const to = v * width + 4 * i;
      const from = row + starts[i];
      const end = Math.min(4, D - starts[i]);
      for (let j = 0; j < end; j++) numbers[to + j] = table[from + j];
    }
  }
}
