import { corpusFromText } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import { seeds } from "@wordloom/testing";
import { structView } from "@wordloom/wasm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settingsOf } from "../arguments/settings-of.js";
import { readTables, startTables } from "../memory/stored-tables.js";
import { type TrainingMemory, trainingMemory } from "../memory/training-memory.js";
import { instantiateKernels, status } from "./kernels.js";
import { laneLayout } from "./kernels.wasm.js";

/** A lane's row of a word. */
interface LaneRow {
  readonly row: Float64Array;
  readonly updates: number;
}

describe("the merge of a round", () => {
  const sizes = fc.record({
    model: fc.constantFrom("cbow" as const, "skip-gram" as const),
    dimension: fc.integer({ min: 1, max: 21 }),
    lanes: fc.integer({ min: 1, max: 9 }),
    laneWords: fc.integer({ min: 16, max: 60 }),
    learningRate: fc.constantFrom(0.02, 0.1),
  });

  test("is Adasum of the lanes' changes in the input table, and a damped sum in the output table", async () => {
    await fc.assert(
      fc.asyncProperty(sizes, seeds(), async (options, seed) => {
        const D = options.dimension;
        const given = { ...options, seed, negatives: 2, negativePool: 8, subsample: 0, epochs: 3, threads: 1 };
        const settings = settingsOf(given, corpus.ids.length);
        const training = trainingMemory(corpus, unigramSampler(corpus.vocabulary.counts), settings);
        startTables(training, V, D, seed);
        const { advance } = await instantiateKernels(training);
        const [{ address }] = training.threads;
        advance(address, 2);
        const before = readTables(training, V, D);
        expect(advance(address, 1)).not.toBe(status.diverged);
        const after = readTables(training, V, D);
        for (const table of ["input", "output"] as const) {
          const rows = laneRows(training, table, D);
          for (let word = 0; word < V; word++) {
            const base = Float64Array.from(before[table].subarray(word * D, (word + 1) * D));
            const lanes = rows.get(word) ?? [];
            const change = (table === "input" ? adasum : dampedSum)(base, lanes);
            for (let d = 0; d < D; d++) {
              expect(Math.abs(after[table][word * D + d] - base[d] - change[d])).toBeLessThan(1e-5);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("adds orthogonal changes, and takes the mean of equal ones", () => {
    const base = Float64Array.of(1, 1);
    const row = (...numbers: number[]): LaneRow => ({ row: Float64Array.from(numbers), updates: 1 });
    expect([...adasum(base, [row(2, 1), row(1, 3)])]).toEqual([1, 2]);
    expect([...adasum(base, [row(2, 1), row(2, 1)])]).toEqual([1, 0]);
  });
});

const corpus = corpusFromText(
  "the old man and the sea is a book of the sea by him and of the old man of the sea\n".repeat(40),
);
const V = corpus.vocabulary.words.length;

/** The rows of all lanes of the round, by word, in the order of the lanes. */
function laneRows(training: TrainingMemory, table: "input" | "output", D: number): Map<number, LaneRow[]> {
  const { buffer } = training.memory;
  const [{ run }] = training.threads;
  const rows = new Map<number, LaneRow[]>();
  for (let lane = 0; lane < run.read("lanes"); lane++) {
    const { read } = structView(laneLayout, buffer, run.read("laneList") + lane * laneLayout.bytes);
    const count = read(table === "input" ? "inputRows" : "rows");
    const ids = new Int32Array(buffer, read("ids"), count);
    const updates = new Int32Array(buffer, read("updates"), count);
    for (const [index, id] of ids.entries()) {
      const row = Float64Array.from(new Float32Array(buffer, read(table) + index * run.read("rowBytes"), D));
      rows.set(id, [...(rows.get(id) ?? []), { row, updates: updates[index] }]);
    }
  }
  return rows;
}

function changesOf(base: Float64Array, lanes: readonly LaneRow[]): Float64Array[] {
  return lanes.map(({ row }) => row.map((x, d) => x - base[d]));
}

/** `(1 − a·b / 2|a|²) a + (1 − a·b / 2|b|²) b` of the first change with the one half the list behind, and so on. */
function adasum(base: Float64Array, lanes: readonly LaneRow[]): Float64Array {
  let changes = changesOf(base, lanes);
  while (changes.length > 1) {
    const half = Math.ceil(changes.length / 2);
    changes = changes.slice(0, half).map((a, i) => (changes[i + half] ? pair(a, changes[i + half]) : a));
  }
  return changes[0] ?? base.map(() => 0);
}

function pair(a: Float64Array, b: Float64Array): Float64Array {
  const dot = (x: Float64Array, y: Float64Array) => x.reduce((sum, value, i) => sum + value * y[i], 0);
  const share = (x: Float64Array) => (dot(x, x) > 0 ? 1 - dot(a, b) / (2 * dot(x, x)) : 1);
  return a.map((x, i) => share(a) * x + share(b) * b[i]);
}

/** The sum of n changes, times `1 / (1 + (n − 1) · c / (c + 512))` for c updates on average. */
function dampedSum(base: Float64Array, lanes: readonly LaneRow[]): Float64Array {
  const n = lanes.length;
  const mean = lanes.reduce((sum, { updates }) => sum + updates, 0) / n;
  const factor = 1 / (1 + (n - 1) * (mean / (mean + 512)));
  return changesOf(base, lanes).reduce(
    (sum, change) => sum.map((x, d) => x + factor * change[d]),
    new Float64Array(base.length),
  );
}
