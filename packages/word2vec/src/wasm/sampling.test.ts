import { buildVocabulary, type Corpus, NO_WORD, windowBatches } from "@wordloom/data";
import { randomFromSeed } from "@wordloom/random";
import { unigramSampler } from "@wordloom/sampling";
import { chiSquareScore } from "@wordloom/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCorpus } from "../arguments/check-corpus.js";
import { settingsOf } from "../arguments/settings-of.js";
import { trainingMemory } from "../memory/training-memory.js";
import type { Word2vecOptions } from "../options.js";
import { instantiateKernels } from "./kernels.js";

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
        async (counts, K) => {
          const negatives = Math.min(K, counts.length - 1);
          const corpus = corpusOf(counts.flatMap((count, id) => Array(Math.min(count, 40)).fill(id)));
          for (const { target, negatives: drawn } of await sampled(corpus, { negatives, subsample: 0 }, counts)) {
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
    for (const { negatives } of await sampled(corpus, { negatives: 1, subsample: 0 }, counts)) counted[negatives[0]]++;
    const others = Array.from(probabilities.subarray(0, 4), (p) => p / (1 - probabilities[4]));
    expect(chiSquareScore(counted, others)).toBeLessThan(4.75);
  });

  test("draws a shrinking radius as often as any other", async () => {
    const batches = await sampled(words(20_000), { window: 4, subsample: 0, negatives: 1 });
    const counted = new Float64Array(4);
    for (const { contexts } of batches.slice(4, -4)) counted[contexts.length / 2 - 1]++;
    expect(chiSquareScore(counted, [0.25, 0.25, 0.25, 0.25])).toBeLessThan(4.75);
  });

  test("does not depend on how far the text is read ahead", async () => {
    const corpus = {
      ...corpusOf(Array.from({ length: 500 }, (_, i) => i % 7)),
      sentenceStarts: Int32Array.of(0, 90, 91, 300),
    };
    const options = { window: 3, negatives: 2, subsample: 0.1, crossSentences: false };
    const inOneGo = await sampled(corpus, options);
    for (const readAhead of [10, 11, 64]) {
      expect(await sampled(corpus, options, undefined, 0, readAhead)).toEqual(inOneGo);
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
  checkCorpus("train", corpus, settingsOf(options));
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

/** The records of a whole epoch, a batch at a time. The rate is 0: nothing is learned. */
async function sampled(
  corpus: Corpus,
  options: Word2vecOptions,
  counts: ArrayLike<number> = corpus.vocabulary.counts,
  epoch = 0,
  readAhead?: number,
): Promise<SampledTarget[]> {
  const settings = settingsOf({ dimension: 1, learningRate: 0, batchSize: 7, epochs: 1, ...options });
  const withCounts = { ...corpus, vocabulary: { ...corpus.vocabulary, counts: Float64Array.from(counts) } };
  const known = { ...withCounts.vocabulary, words: Array.from(counts, (_, id) => `w${id}`) };
  const training = trainingMemory({ ...withCounts, vocabulary: known }, unigramSampler(counts), settings);
  const [{ address, run }] = training.threads;
  run.write({ epoch, streamCapacity: readAhead ?? run.read("streamCapacity") });
  const { advance } = await instantiateKernels(training.memory);
  const { buffer } = training.memory;
  const columns = run.read("columns");
  const targets: SampledTarget[] = [];
  for (;;) {
    const before = run.read("epochTargets");
    const batchIndex = run.read("batchIndex");
    advance(address, 1);
    const count = run.read("epochTargets") - before;
    if (count <= 0) return targets;
    for (let b = 0; b < count; b++) {
      const start = run.read("records") + ((batchIndex % 2) * settings.batchSize + b) * run.read("recordBytes");
      const record = Array.from(new Int32Array(buffer, start, run.read("recordBytes") / 4));
      const outputs = run.read("outputs") + (batchIndex % 3) * run.read("outputsBytes") + 4 * b * columns;
      const [target, ...drawn] = new Int32Array(buffer, outputs, columns);
      targets.push({
        contexts: record.slice(1, 1 + record[0]),
        target,
        negatives: drawn.slice(0, settings.negatives),
      });
    }
  }
}
