import type { Corpus } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import { describe, expect, test } from "vitest";
import { settingsOf } from "../arguments/settings-of.js";
import type { Word2vecOptions } from "../options.js";
import { trainingMemory } from "./training-memory.js";

describe("trainingMemory(corpus, sampler, settings)", () => {
  // The second is 100 MB of Wikipedia with every word kept.
  test.each<[number, number, Word2vecOptions]>([
    [1000, 100_000, {}],
    [221_424, 16_908_367, {}],
    [221_424, 16_908_367, { threads: 4 }],
    [221_424, 1000, { dimension: 300, model: "skip-gram", threads: 2 }],
    [500_000, 1000, { dimension: 4 }],
    [1000, 1000, { model: "skip-gram", window: 20, negatives: 20, batchSize: 100, dimension: 300 }],
  ])(
    "takes two tables, at most 64 MB and 8 MB a thread, and no copy of the corpus: %i words, %i tokens, %o",
    (V, tokens, options) => {
      const corpus = anyCorpus(V, tokens);
      const settings = settingsOf(options, corpus.ids.length);
      const { memory } = trainingMemory(corpus, unigramSampler(corpus.vocabulary.counts), settings);
      const least = 2 * V * settings.dimension * 4;
      expect(memory.buffer.byteLength).toBeGreaterThan(least);
      expect(memory.buffer.byteLength).toBeLessThan(least + 64e6 + 8e6 * settings.threads);
    },
  );

  test("has tables beyond 2 GiB, too", () => {
    const corpus = anyCorpus(1_100_000, 2);
    const settings = settingsOf({ dimension: 300, threads: 4 }, corpus.ids.length);
    const { threads, memory } = trainingMemory(corpus, unigramSampler(corpus.vocabulary.counts), settings);
    const [{ run }] = threads;
    const end = run.read("tableOutput") + 1_100_000 * run.read("rowBytes");
    expect(end).toBeGreaterThan(2 ** 31);
    expect(end).toBeLessThanOrEqual(memory.buffer.byteLength);
  });

  test("fills rows up to whole vectors of four numbers", () => {
    const corpus = anyCorpus(100_000, 2);
    const bytes = (dimension: number) => {
      const { memory } = trainingMemory(
        corpus,
        unigramSampler(corpus.vocabulary.counts),
        settingsOf({ dimension }, corpus.ids.length),
      );
      return memory.buffer.byteLength;
    };
    expect(bytes(97)).toBe(bytes(100));
    expect(bytes(101) - bytes(100)).toBeGreaterThanOrEqual(2 * 100_000 * 16);
  });

  test("is shared by threads, and by nobody where there is one", () => {
    const corpus = anyCorpus(10, 100);
    const sampler = unigramSampler(corpus.vocabulary.counts);
    expect(trainingMemory(corpus, sampler, settingsOf({ threads: 1 }, corpus.ids.length)).memory.buffer).toBeInstanceOf(
      ArrayBuffer,
    );
    expect(trainingMemory(corpus, sampler, settingsOf({ threads: 2 }, corpus.ids.length)).memory.buffer).toBeInstanceOf(
      SharedArrayBuffer,
    );
  });
});

function anyCorpus(V: number, tokens: number): Corpus {
  const words = Array.from({ length: V }, (_, id) => `w${id}`);
  const counts = new Float64Array(V).fill(Math.max(1, Math.floor(tokens / V)));
  const idOf = new Map(words.map((word, id) => [word, id]));
  return { ids: new Int32Array(tokens), sentenceStarts: Int32Array.of(0), vocabulary: { words, counts, idOf } };
}
