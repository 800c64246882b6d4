import { type Corpus, corpusFromText } from "@wordloom/data";
import { unigramSampler } from "@wordloom/sampling";
import { seeds } from "@wordloom/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Settings } from "../arguments/settings.js";
import { settingsOf } from "../arguments/settings-of.js";
import { trainingLoop } from "../loop/training-loop.js";
import { callerExecutor } from "../threads/caller-executor.js";
import { workerPool } from "../threads/worker-pool.js";
import { readTables, startTables } from "./stored-tables.js";
import { trainingMemory } from "./training-memory.js";

describe("tables outside of WebAssembly's memory", () => {
  test.each([1, 3])("give the same bits as those inside: %i threads", async (threads) => {
    for (const dimension of [4, 7]) {
      const settings = settingsOf(
        { dimension, window: 3, epochs: 2, lanes: 4, laneWords: 16, threads },
        corpus.ids.length,
      );
      const [inside, outside] = [await trained(settings, 100), await trained(settings, 100, 0)];
      expect(outside).toEqual(inside);
    }
  });
});

describe("nextChunk(training)", () => {
  test("is waited for by all threads", async () => {
    const settings = settingsOf({ dimension: 12, window: 3, batchSize: 16, epochs: 2, threads: 3 }, corpus.ids.length);
    expect(await trained(settings, 7)).toEqual(await trained({ ...settings, threads: 1 }, corpus.ids.length));
  });

  test("gives the threads the corpus piece by piece: its pieces change nothing", async () => {
    const piece = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 700 }));
    const isTrue = fc.boolean();
    await fc.assert(
      fc.asyncProperty(piece, isTrue, isTrue, seeds(), async (chunkTokens, crossSentences, isSkipGram, seed) => {
        const settings = settingsOf(
          {
            ...{ dimension: 5, window: 3, batchSize: 16, epochs: 2, subsample: 0.05, seed, crossSentences },
            model: isSkipGram ? "skip-gram" : "cbow",
          },
          corpus.ids.length,
        );
        expect(await trained(settings, chunkTokens)).toEqual(await trained(settings, corpus.ids.length));
      }),
    );
  });
});

/** 300 tokens, in sentences of one to fifteen words. */
const corpus: Corpus = corpusFromText(
  Array.from({ length: 80 }, (_, line) =>
    "the old man and the sea is a book of the sea by him ".repeat(line % 2).slice(0, 5 * (line % 11) + 3),
  ).join("\n"),
);

async function trained(settings: Settings, mostTokens: number, mostBytes = 2 ** 32): Promise<unknown> {
  const { counts, words } = corpus.vocabulary;
  const training = trainingMemory(corpus, unigramSampler(counts), settings, { mostTokens, mostBytes });
  const { dimension, seed } = settings;
  const start = training.threads.length === 1 ? callerExecutor : workerPool;
  const executor = await start(training, () => startTables(training, words.length, dimension, seed));
  const { losses, ending } = await trainingLoop(training, executor, settings, {}).finally(executor.close);
  return {
    losses,
    ending,
    words: training.round.read("allTargets"),
    ...readTables(training, words.length, dimension),
  };
}
