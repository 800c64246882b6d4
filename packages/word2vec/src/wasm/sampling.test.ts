import { buildVocabulary, type Corpus, NO_WORD, windowBatches } from "@wordloom/data";
import { randomFromSeed } from "@wordloom/random";
import { unigramSampler } from "@wordloom/sampling";
import { chiSquareScore } from "@wordloom/testing";
import { structView } from "@wordloom/wasm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCorpus } from "../arguments/check-corpus.js";
import { settingsOf } from "../arguments/settings-of.js";
import { nextChunk } from "../memory/next-chunk.js";
import { type TrainingMemory, trainingMemory } from "../memory/training-memory.js";
import type { Word2vecOptions } from "../options.js";
import { instantiateKernels } from "./kernels.js";
import { type Kernels, laneLayout } from "./kernels.wasm.js";

interface SampledTarget {
  readonly contexts: readonly number[];
  readonly target: number;
  readonly negatives: readonly number[];
}

const words = (count: number): Corpus => corpusOf(Array.from({ length: count }, (_, i) => i));

describe("the kernels' sampling", () => {
  test("gives every word its whole window, nearest words first, shortened at the ends of the text", async () => {
    const batches = await sampled(words(6), { window: 2, shrinking: false, subsample: 0, negatives: 1 });
    expect(batches.map(({ target, contexts }) => [target, ...contexts])).toEqual([
      [0, 1, 2],
      [1, 0, 2, 3],
      [2, 1, 3, 0, 4],
      [3, 2, 4, 1, 5],
      [4, 3, 5, 2],
      [5, 4, 3],
    ]);
  });

  test("stops windows at sentence ends when told to, and has no target in a sentence of one word", async () => {
    const corpus = { ...words(6), sentenceStarts: Int32Array.of(0, 3, 4) };
    const options = { window: 5, shrinking: false, subsample: 0, negatives: 1, crossSentences: false };
    const batches = await sampled(corpus, options);
    expect(batches.map(({ target, contexts }) => [target, ...contexts.toSorted()])).toEqual([
      [0, 1, 2],
      [1, 0, 2],
      [2, 0, 1],
      [4, 5],
      [5, 4],
    ]);
  });

  test("sees the pairs that the layers' batches have, or both refuse, whatever the starts of sentences are", async () => {
    const any = fc.array(fc.integer({ min: -2, max: 12 }), { maxLength: 8 });
    const rising = any.map((starts) => [0, ...starts.map((start) => Math.max(0, start)).toSorted((a, b) => a - b)]);
    const starts = fc.oneof(
      any,
      rising,
      any.map((list) => [0, ...list]),
    );
    let [agreed, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(starts, fc.integer({ min: 1, max: 4 }), async (list, window) => {
        const corpus = { ...words(10), sentenceStarts: Int32Array.from(list) };
        const engine = await outcome("train", () => enginePairs(corpus, window));
        const layers = await outcome("windowBatches", () => layersPairs(corpus, window));
        expect(engine).toEqual(layers);
        if (typeof engine === "string") refused++;
        else agreed++;
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(Math.min(agreed, refused)).toBeGreaterThan(30);
  });

  test("draws K different negatives, never the target, of any counts", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 3000 })), { minLength: 3, maxLength: 9 }),
        fc.integer({ min: 1, max: 8 }),
        fc.constantFrom(1, 3, 64),
        async (counts, K, negativePool) => {
          const negatives = Math.min(K, counts.length - 1);
          const corpus = corpusOf(counts.flatMap((count, id) => Array(Math.min(count, 40)).fill(id)));
          const options = { negatives, negativePool, subsample: 0 };
          for (const { target, negatives: drawn } of await sampled(corpus, options, counts)) {
            expect(new Set([target, ...drawn]).size).toBe(1 + negatives);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test("draws negatives in proportion to count^0.75 renormalised without the target", async () => {
    const counts = [1000, 300, 100, 10, 1];
    const corpus = corpusOf(Array(20_000).fill(4));
    const { probabilities } = unigramSampler(counts);
    const counted = new Float64Array(4);
    // Pools from which a draw hardly ever comes twice, so that the draws are independent.
    const options = { negatives: 1, subsample: 0, laneWords: 16, negativePool: 32_768 };
    for (const { negatives } of await sampled(corpus, options, counts)) counted[negatives[0]]++;
    const others = Array.from(probabilities.subarray(0, 4), (p) => p / (1 - probabilities[4]));
    expect(chiSquareScore(counted, others)).toBeLessThan(4.75);
  });

  test("draws a shrinking radius as often as any other", async () => {
    const batches = await sampled(words(20_000), { window: 4, subsample: 0, negatives: 1 });
    const counted = new Float64Array(4);
    for (const { contexts } of batches.slice(4, -4)) counted[contexts.length / 2 - 1]++;
    expect(chiSquareScore(counted, [0.25, 0.25, 0.25, 0.25])).toBeLessThan(4.75);
  });

  test("reads the same words with the same contexts, however the text is divided into lanes", async () => {
    const corpus = {
      ...corpusOf(Array.from({ length: 500 }, (_, i) => i % 7)),
      sentenceStarts: Int32Array.of(0, 90, 91, 300),
    };
    const options = { window: 3, negatives: 2, subsample: 0.02, shrinking: false };
    const pairs = (targets: readonly SampledTarget[]) => targets.map(({ target, contexts }) => [target, ...contexts]);
    for (const crossSentences of [true, false]) {
      const whole = pairs(await sampled(corpus, { ...options, crossSentences, lanes: 1, laneWords: 500 }));
      expect(whole.length).toBeGreaterThan(200);
      expect(whole.length).toBeLessThan(300);
      for (const [lanes, laneWords] of [
        [1, 16],
        [3, 16],
        [8, 50],
        [2, 91],
      ]) {
        expect(pairs(await sampled(corpus, { ...options, crossSentences, lanes, laneWords }))).toEqual(whole);
      }
    }
  });

  test("thins frequent words out as word2vec.c does, differently in each epoch", async () => {
    const corpus = corpusOf(Array.from({ length: 20_000 }, (_, i) => (i % 2 === 0 ? 0 : 1 + (i % 1000))));
    const options = { subsample: 1e-2, negatives: 1, window: 1, epochs: 2 };
    const frequent = (targets: readonly SampledTarget[]) => targets.filter(({ target }) => target === 0).length;
    const [first, second] = [await sampled(corpus, options), await sampled(corpus, options, undefined, 1)];
    // (√(0.5 / 0.01) + 1) · 0.01 / 0.5 = 0.1614 of 10,000, give or take 4.75 standard deviations of 37.
    expect(Math.abs(frequent(first) - 1614)).toBeLessThan(175);
    expect(frequent(second)).not.toBe(frequent(first));
  });
});

/** Targets and their contexts, or why there are none, without the name of the function. */
async function outcome(caller: string, pairs: () => Promise<string[]> | string[]): Promise<string[] | string> {
  try {
    return await pairs();
  } catch (error) {
    const message = String(error);
    expect(message).toContain(`: ${caller}: `);
    return message.replace(caller, "");
  }
}

async function enginePairs(corpus: Corpus, window: number): Promise<string[]> {
  const options = { window, crossSentences: false, shrinking: false, subsample: 0, negatives: 1 };
  checkCorpus("train", corpus, settingsOf(options, corpus.ids.length));
  const targets = await sampled(corpus, options);
  return targets.flatMap(({ target, contexts }) => contexts.map((context) => `${target} ${context}`)).toSorted();
}

function layersPairs(corpus: Corpus, window: number): string[] {
  const pairs: string[] = [];
  // No sentence has two tokens: that is no fault of the corpus, and the engine says so at the end of its epoch.
  const isEmpty = (error: unknown): boolean => String(error).includes("a target needs");
  try {
    const options = { crossSentences: false, edges: "shorten", order: "text" } as const;
    for (const { contexts, targets } of windowBatches(corpus, window, 3, randomFromSeed(1), options)) {
      for (const [i, context] of contexts.data.entries()) {
        if (context !== NO_WORD) pairs.push(`${targets.data[Math.floor(i / (2 * window))]} ${context}`);
      }
    }
  } catch (error) {
    if (!isEmpty(error)) throw error;
  }
  return pairs.toSorted();
}

function corpusOf(ids: readonly number[]): Corpus {
  const size = Math.max(...ids) + 1;
  const vocabulary = buildVocabulary(Array.from({ length: size }, (_, id) => `w${id}`));
  const counts = new Float64Array(size);
  for (const id of ids) counts[id]++;
  return { ids: Int32Array.from(ids), sentenceStarts: Int32Array.of(0), vocabulary: { ...vocabulary, counts } };
}

/** The targets of a whole epoch, lane by lane. Nothing is learned. */
async function sampled(
  corpus: Corpus,
  options: Word2vecOptions,
  counts: ArrayLike<number> = corpus.vocabulary.counts,
  epoch = 0,
): Promise<SampledTarget[]> {
  const given = { dimension: 1, learningRate: 0, batchSize: 7, epochs: 1, threads: 1, ...options };
  const settings = settingsOf(given, corpus.ids.length);
  const withCounts = { ...corpus, vocabulary: { ...corpus.vocabulary, counts: Float64Array.from(counts) } };
  const known = { ...withCounts.vocabulary, words: Array.from(counts, (_, id) => `w${id}`) };
  const training = trainingMemory({ ...withCounts, vocabulary: known }, unigramSampler(counts), settings);
  training.round.write({ epoch });
  const kernels = await instantiateKernels(training);
  const targets: SampledTarget[] = [];
  const { lanes, laneWords } = settings;
  for (let position = 0; position < corpus.ids.length; position += lanes * laneWords) {
    training.round.write({ position });
    nextChunk(training);
    for (let lane = 0; lane < lanes; lane++) targets.push(...drawnTargets(training, kernels, lane));
  }
  return targets;
}

/** The targets of a lane of the round. */
function drawnTargets(
  { memory: { buffer }, threads: [{ address, run }] }: TrainingMemory,
  kernels: Kernels,
  lane: number,
): SampledTarget[] {
  const targets: SampledTarget[] = [];
  if (kernels.beginLane(address, lane) === 0) return targets;
  const { read } = structView(laneLayout, buffer, run.read("laneList") + lane * laneLayout.bytes);
  const words = new Int32Array(buffer, read("ids"), read("rows"));
  const [columns, K] = [run.read("columns"), run.read("negatives")];
  for (let count = kernels.drawTargets(address, lane); count > 0; count = kernels.drawTargets(address, lane)) {
    for (let b = 0; b < count; b++) {
      const [size] = new Int32Array(buffer, run.read("records") + b * run.read("recordBytes"), 1);
      const contexts = new Int32Array(buffer, run.read("records") + b * run.read("recordBytes") + 4, size);
      const [target, ...negatives] = new Int32Array(buffer, run.read("outputs") + 4 * b * columns, 1 + K);
      targets.push({
        contexts: Array.from(contexts, (row) => words[row]),
        target: words[target],
        negatives: negatives.map((row) => words[row]),
      });
    }
  }
  return targets;
}
