import { fork, randomFromSeed, uniform } from "@wordloom/random";
import type { TrainingMemory } from "./training-memory.js";

/** The tables of a run, `[V, D]` each. */
export interface Tables {
  readonly input: Float32Array;
  readonly output: Float32Array;
}

/**
 * word2vec's start: input vectors uniform in `[−0.5, 0.5) / D`; output vectors zero, as new memory is. They are drawn in the
 * order of the table, whoever owns them, and into their places: a table to copy from would stay in memory for the whole run.
 */
export function startTables(training: TrainingMemory, V: number, D: number, seed: number): void {
  const random = fork(randomFromSeed(seed), "input");
  const input = columns(training, "input", V, D);
  for (let v = 0; v < V; v++) {
    for (const { slice, width, offset } of input) slice[v * width + offset] = (uniform(random) - 0.5) / D;
  }
}

/** Parts tables into the slices of the threads. */
export function writeTables(training: TrainingMemory, tables: Tables, D: number): void {
  for (const field of ["input", "output"] as const) {
    const V = tables[field].length / D;
    for (const [d, { slice, width, offset }] of columns(training, field, V, D).entries()) {
      for (let v = 0; v < V; v++) slice[v * width + offset] = tables[field][v * D + d];
    }
  }
}

/** Puts the slices of the threads together again. */
export function readTables(training: TrainingMemory, V: number, D: number): Tables {
  return { input: readTable(training, "input", V, D), output: readTable(training, "output", V, D) };
}

function readTable(training: TrainingMemory, field: keyof Tables, V: number, D: number): Float32Array {
  const table = new Float32Array(V * D);
  const from = columns(training, field, V, D);
  for (let v = 0, i = 0; v < V; v++) {
    for (const { slice, width, offset } of from) table[i++] = slice[v * width + offset];
  }
  return table;
}

/** Where the numbers of one dimension are: word `v` has its own at `slice[v · width + offset]`. */
interface Column {
  readonly slice: Float32Array;
  readonly width: number;
  readonly offset: number;
}

/** One for each of the D dimensions, in their order. */
function columns({ memory, threads }: TrainingMemory, field: keyof Tables, V: number, D: number): Column[] {
  const found: Column[] = [];
  for (const { run, slice: owned } of threads) {
    const width = 4 * owned.starts.length;
    const slice = new Float32Array(memory.buffer, run.read(field), V * width);
    for (const [i, start] of owned.starts.entries()) {
      for (let d = start; d < Math.min(start + 4, D); d++) found[d] = { slice, width, offset: 4 * i + d - start };
    }
  }
  return found;
}
