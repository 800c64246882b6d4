import { fork, randomFromSeed, uniform } from "@wordloom/random";
import type { Tables } from "./tables.js";
import type { TrainingMemory } from "./training-memory.js";

/**
 * Fills the tables with word2vec's start: input vectors uniform in `[−0.5, 0.5) / D`, output vectors zero. They are drawn in the
 * order of the table, into their places. Zeros are written though new memory has them: threads that touch it for the first time
 * together take several times as long for it.
 */
export function startTables({ tables: { input, output } }: TrainingMemory, V: number, D: number, seed: number): void {
  const random = fork(randomFromSeed(seed), "input");
  const width = widthOf(D);
  for (let v = 0; v < V; v++) for (let d = 0; d < D; d++) input[v * width + d] = (uniform(random) - 0.5) / D;
  output.fill(0);
}

/** Writes tables into a run's memory. */
export function writeTables({ tables: stored }: TrainingMemory, tables: Tables, D: number): void {
  const V = tables.input.length / D;
  for (const name of ["input", "output"] as const) {
    for (let v = 0; v < V; v++) stored[name].set(tables[name].subarray(v * D, (v + 1) * D), v * widthOf(D));
  }
}

/** Copies the tables out of a run's memory. */
export function readTables({ tables }: Pick<TrainingMemory, "tables">, V: number, D: number): Tables {
  return { input: compactRows(tables.input, V, D), output: compactRows(tables.output, V, D) };
}

/** Hands out the tables of a run where they are. Rows are moved together, so that the run can't go on after that. */
export function tablesInPlace({ tables: { input, output } }: TrainingMemory, V: number, D: number): Tables {
  for (const table of [input, output]) {
    if (D < widthOf(D)) for (let v = 1; v < V; v++) table.copyWithin(v * D, v * widthOf(D), v * widthOf(D) + D);
  }
  return { input: input.subarray(0, V * D), output: output.subarray(0, V * D) };
}

/** Numbers of a row in the memory: whole vectors of four, the last filled up with zeros. */
function widthOf(D: number): number {
  return 4 * Math.ceil(D / 4);
}

function compactRows(stored: Float32Array, V: number, D: number): Float32Array {
  const width = widthOf(D);
  if (D === width) return stored.slice();
  const table = new Float32Array(V * D);
  for (let v = 0; v < V; v++) table.set(stored.subarray(v * width, v * width + D), v * D);
  return table;
}
