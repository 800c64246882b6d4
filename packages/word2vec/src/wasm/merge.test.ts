import { corpusFromText } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import { seeds } from "@wordloom/testing";
import { structView } from "@wordloom/wasm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MergeRule, mergeRules } from "../arguments/merge-rule.js";
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
    mergeInput: fc.constantFrom(...mergeRules),
    mergeOutput: fc.constantFrom(...mergeRules),
  });

  test("makes one change of the lanes' changes, in each table by its rule", async () => {
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
        const rate = rateOfRound(training);
        const before = readTables(training, V, D);
        expect(advance(address, 1)).not.toBe(status.diverged);
        const after = readTables(training, V, D);
        for (const table of ["input", "output"] as const) {
          const rows = laneRows(training, table, D);
          for (let word = 0; word < V; word++) {
            const base = Float64Array.from(before[table].subarray(word * D, (word + 1) * D));
            const lanes = rows.get(word) ?? [];
            const change = merged(table === "input" ? settings.mergeInput : settings.mergeOutput, base, lanes, rate);
            for (let d = 0; d < D; d++) {
              expect(Math.abs(after[table][word * D + d] - base[d] - change[d])).toBeLessThan(1e-5);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("lets lanes that settle go as far as they would one after the other", () => {
    // Three lanes that go half of the way each: 7/8 of it one after the other.
    const c = Math.LN2 / (0.5 * LAMBDA);
    expect(3 * 0.5 * factorOf("settling", 3, c, 0.5)).toBeCloseTo(7 / 8, 12);
    expect(factorOf("settling", 3, 1e9, 0.5)).toBeCloseTo(1 / 3, 12);
    expect(factorOf("settling", 3, 1e-9, 0.5)).toBeCloseTo(1, 8);
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
    const updates = new Int32Array(buffer, read(table === "input" ? "contextUpdates" : "updates"), count);
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

/** A row's change by one of the rules. */
function merged(rule: MergeRule, base: Float64Array, lanes: readonly LaneRow[], rate: number): Float64Array {
  if (rule === "adasum") return adasum(base, lanes);
  const n = lanes.length;
  // What a single lane has made of a row is the row.
  const factor = n === 1 ? 1 : factorOf(rule, n, lanes.reduce((sum, { updates }) => sum + updates, 0) / n, rate);
  return changesOf(base, lanes).reduce(
    (sum, change) => sum.map((x, d) => x + factor * change[d]),
    new Float64Array(base.length),
  );
}

const LAMBDA = 0.1;

function factorOf(rule: Exclude<MergeRule, "adasum">, n: number, c: number, rate: number): number {
  const x = c * rate * LAMBDA;
  const factors = {
    sum: 1,
    mean: 1 / n,
    root: n ** -0.25,
    damping: 1 / (1 + (n - 1) * (c / (c + 512))),
    settling: x === 0 ? 1 : Math.expm1(-n * x) / (n * Math.expm1(-x)),
  };
  return factors[rule];
}

/** The learning rate of a round's first lane. */
function rateOfRound({ round, threads: [{ run }] }: TrainingMemory): number {
  const tokens = corpus.ids.length;
  const passed = (round.read("epoch") * tokens + round.read("position")) / (run.read("epochs") * tokens);
  return run.read("startRate") + (run.read("endRate") - run.read("startRate")) * passed;
}
