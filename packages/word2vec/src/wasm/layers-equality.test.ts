import { corpusFromText } from "@wordloom/data";
import { cbow, skipGram } from "@wordloom/models";
import { sgd } from "@wordloom/optimizers";
import { fork, integer, permutation, type Random, randomFromSeed } from "@wordloom/random";
import { unigramSampler } from "@wordloom/sampling";
import { ids, NO_ROW, parameter, tensor } from "@wordloom/tensor";
import { seeds } from "@wordloom/testing";
import { structView } from "@wordloom/wasm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settingsOf } from "../arguments/settings-of.js";
import { readTables, startTables, writeTables } from "../memory/stored-tables.js";
import type { Tables } from "../memory/tables.js";
import { type TrainingMemory, trainingMemory } from "../memory/training-memory.js";
import type { Word2vecOptions } from "../options.js";
import { instantiateKernels } from "./kernels.js";
import { laneLayout } from "./kernels.wasm.js";

/** A batch as the kernels' records hold it: contexts of any number from 1 to `2 · window`. */
interface Example {
  readonly contexts: readonly number[];
  readonly target: number;
  readonly negatives: readonly number[];
}

interface Outcome extends Tables {
  /** Sum over the batch. */
  readonly loss: number;
}

describe("one step of the engine", () => {
  // Rounding in f32. Skip-gram's scores are exact: products of 64ths, at most 120 of them. CBOW's are of means, and the sums
  // of up to 210 gradients, each at most 0.25 here, round at every addition. In 2,000 draws of each model the differences
  // were above 2.4e-7 in a fifth, 6e-7 in a fiftieth, and at most 1.2e-6: each 3e-7 more is ten times rarer, so that
  // this bound is beyond 1e-9 by far.
  const bound = 2e-5;

  test.each(["cbow", "skip-gram"] as const)("equals one step of the layers' SGD: %s", async (model) => {
    await fc.assert(
      fc.asyncProperty(sizes(), seeds(), async ({ D, B, window, K }, seed) => {
        const random = randomFromSeed(seed);
        const tables = randomTables(D, fork(random, "tables"));
        const batch = randomBatch(B, window, K, fork(random, "batch"));
        const rate = 0.25;
        const engine = await engineStep(
          { model, dimension: D, window, negatives: K, batchSize: B },
          tables,
          batch,
          rate,
        );
        const layers = layersStep({ model, D, window, K, tables, batch, rate });
        expect(Math.abs(engine.loss - layers.loss)).toBeLessThan(bound * Math.max(1, layers.loss));
        expect(largestDifference(engine.input, layers.input)).toBeLessThan(bound);
        expect(largestDifference(engine.output, layers.output)).toBeLessThan(bound);
      }),
    );
  });

  test("moves a context by its share of the gradient; in word2vec.c's way by all of it", async () => {
    const tables = {
      input: Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8]),
      output: Float32Array.from(Array(8).fill(0.5)),
    };
    const batch = [{ contexts: [0, 1], target: 2, negatives: [3] }];
    const options = { dimension: 1, window: 1, negatives: 1, batchSize: 1 };
    const moved = async (contextGradient: "true" | "word2vec") => {
      const { input } = await engineStep({ ...options, contextGradient }, tables, batch, 1);
      return input[0] - tables.input[0];
    };
    // h = 1.5, both scores 0.75; the gradients of the two output rows are 1 − σ and −σ, each times 0.5.
    const sigma = 1 / (1 + Math.exp(-0.75));
    const whole = 0.5 * (1 - sigma) - 0.5 * sigma;
    expect(await moved("word2vec")).toBeCloseTo(whole, 6);
    expect(await moved("true")).toBeCloseTo(whole / 2, 6);
  });
});

describe("one lane of the engine", () => {
  test.each([
    { model: "cbow", crossSentences: true },
    { model: "cbow", crossSentences: false },
    { model: "skip-gram", crossSentences: true },
  ] as const)("is the layers' SGD, target after target: %o", async ({ model, crossSentences }) => {
    const [D, rate, window, K] = [6, 0.1, 2, 3];
    const text = corpusFromText("a b c d e\nb d f\nc a g b\n".repeat(12), { lineEnd: "boundary" });
    const options = { model, crossSentences, dimension: D, window, negatives: K, subsample: 0, seed: 3, threads: 1 };
    const lanes = { lanes: 1, laneWords: 32, negativePool: 16 };
    const schedule = { epochs: 1, learningRate: rate, endLearningRate: rate };
    const settings = settingsOf({ ...options, ...lanes, ...schedule }, text.ids.length);
    const training = trainingMemory(text, unigramSampler(text.vocabulary.counts), settings);
    const words = text.vocabulary.words.length;
    startTables(training, words, D, 3);
    const { advance, beginLane, drawTargets } = await instantiateKernels(training);
    const [{ address }] = training.threads;
    let tables = readTables(training, words, D);
    let loss = 0;
    for (let position = 0; position < text.ids.length; position += 32) {
      beginLane(address, 0);
      const examples: Example[] = [];
      while (drawTargets(address, 0) > 0) examples.push(exampleInWork(training));
      expect(examples.length).toBeGreaterThan(5);
      for (const example of examples) {
        const step = layersStep({ model, D, window, K, tables, batch: [example], rate });
        tables = step;
        loss += step.loss;
      }
      advance(address, 1);
      const engine = readTables(training, words, D);
      expect(largestDifference(engine.input, tables.input)).toBeLessThan(1e-5);
      expect(largestDifference(engine.output, tables.output)).toBeLessThan(1e-5);
    }
    expect(training.round.read("lossSum") / loss).toBeCloseTo(1, 5);
  });
});

/** The first target of the batch that the kernels have drawn, with words for the lane's rows. */
function exampleInWork({ memory: { buffer }, threads: [{ run }] }: TrainingMemory): Example {
  const { read } = structView(laneLayout, buffer, run.read("laneList"));
  const words = new Int32Array(buffer, read("ids"), read("rows"));
  const [size] = new Int32Array(buffer, run.read("records"), 1);
  const contexts = new Int32Array(buffer, run.read("records") + 4, size);
  const [target, ...negatives] = new Int32Array(buffer, run.read("outputs"), 1 + run.read("negatives"));
  const ofWords = (rows: Iterable<number>): number[] => Array.from(rows, (row) => words[row]);
  return { contexts: ofWords(contexts), target: words[target], negatives: ofWords(negatives) };
}

const V = 8;

function sizes() {
  const upTo = (max: number) => fc.integer({ min: 1, max });
  // 13, 25 and 26 vectors of four dimensions take each kind of the kernels' blocks.
  return fc.record({ D: upTo(120), B: upTo(5), window: upTo(3), K: upTo(6) });
}

async function engineStep(
  options: Word2vecOptions,
  tables: Tables,
  batch: readonly Example[],
  rate: number,
): Promise<Outcome> {
  const corpus = corpusFromText("a b c d e f g", { lineEnd: "<eos>" });
  const settings = settingsOf(options, corpus.ids.length);
  const training = trainingMemory(corpus, unigramSampler(corpus.vocabulary.counts), settings);
  const D = settings.dimension;
  writeTables(training, tables, D);
  const [{ address, run }] = training.threads;
  const { buffer } = training.memory;
  const columns = run.read("columns");
  for (const [b, { contexts, target, negatives }] of batch.entries()) {
    const record = new Int32Array(buffer, run.read("records") + b * run.read("recordBytes"), 1 + contexts.length);
    record.set([contexts.length, ...contexts]);
    const outputs = new Int32Array(buffer, run.read("outputs") + 4 * b * columns, columns);
    outputs.fill(target);
    outputs.set([target, ...negatives]);
  }
  const { trainRecords } = await instantiateKernels(training);
  const loss = trainRecords(address, batch.length, rate);
  return { ...readTables(training, V, D), loss };
}

interface Step {
  readonly model: "cbow" | "skip-gram";
  readonly D: number;
  readonly window: number;
  readonly K: number;
  readonly tables: Tables;
  readonly batch: readonly Example[];
  readonly rate: number;
}

/** The layers' loss is a mean over B targets, so that B times the rate gives the sum of their gradients. */
function layersStep({ model: name, D, window, K, tables: { input, output }, batch, rate }: Step): Outcome {
  const B = batch.length;
  const V = input.length / D;
  const inputVectors = parameter("input", tensor([V, D], Float64Array.from(input)));
  const outputVectors = parameter("output", tensor([V, D], Float64Array.from(output)));
  const model = (name === "cbow" ? cbow : skipGram)(inputVectors, outputVectors);
  const padded = (contexts: readonly number[]) => Array.from({ length: 2 * window }, (_, c) => contexts[c] ?? NO_ROW);
  const { value, backward } = model.forward({
    contexts: ids(
      [B, 2 * window],
      batch.flatMap(({ contexts }) => padded(contexts)),
    ),
    targets: ids(
      [B],
      batch.map(({ target }) => target),
    ),
    negatives: ids(
      [B, K],
      batch.flatMap(({ negatives }) => negatives),
    ),
  });
  backward();
  const optimizer = sgd(rate * B);
  optimizer.update(optimizer.init(model.parameters), model.parameters);
  return {
    input: Float32Array.from(inputVectors.value.data),
    output: Float32Array.from(outputVectors.value.data),
    loss: value * B,
  };
}

function randomTables(D: number, random: Random): Tables {
  const values = () => Float32Array.from({ length: V * D }, () => (integer(random, 128) - 64) / 64);
  return { input: values(), output: values() };
}

/** Any ids, so that rows meet several gradients in one batch; the output rows of one target are different, as the engine draws them. */
function randomBatch(B: number, window: number, K: number, random: Random): Example[] {
  const some = (count: number) => Array.from({ length: count }, () => integer(random, V));
  return Array.from({ length: B }, () => {
    const [target, ...others] = permutation(random, V);
    return { contexts: some(1 + integer(random, 2 * window)), target, negatives: others.slice(0, K) };
  });
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  return a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i])), 0);
}
