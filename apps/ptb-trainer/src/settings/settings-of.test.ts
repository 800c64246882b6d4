import { describe, expect, test } from "vitest";
import { book } from "./book-preset.js";
import { settingsOf, type TextSize } from "./settings-of.js";
import type { TrainOptions } from "./train-options.js";

const said = { corpus: "auto", format: "both" } as const;
const fastly: TrainOptions = { ...said, preset: "fast" };
const bookly: TrainOptions = { ...said, preset: "book" };
const ptb: TextSize = { tokens: 929_589, minCount: 1 };

describe("settingsOf(options, text)", () => {
  test("are the book's where nothing is said but its preset", () => {
    expect(settingsOf(bookly, ptb)).toEqual(book);
  });

  test("are the engine's for the Penn Treebank", () => {
    expect(settingsOf(fastly, ptb)).toEqual({
      preset: "fast",
      model: "cbow",
      dimension: 100,
      window: 5,
      shrinking: true,
      crossSentences: true,
      negatives: 5,
      power: 0.75,
      epochs: 20,
      batchSize: 1,
      lanes: 8,
      laneWords: 512,
      negativePool: 128,
      learningRate: 0.1,
      endLearningRate: 0.1 * 1e-4,
      contextGradient: "true",
      subsample: 1e-3,
      minCount: 1,
      seed: 1,
      maxWords: Number.POSITIVE_INFINITY,
    });
  });

  test.each<[said: Partial<TrainOptions>, expected: object]>([
    [{ model: "skip-gram" }, { model: "skip-gram", batchSize: 1, learningRate: 0.025, endLearningRate: 2.5e-6 }],
    [{ contextGradient: "word2vec" }, { contextGradient: "word2vec", learningRate: 0.05 }],
    [{ contextGradient: "word2vec", learningRate: 0.3 }, { learningRate: 0.3 }],
    [{ endLearningRate: 0 }, { learningRate: 0.1, endLearningRate: 0 }],
    [{ fullWindows: true }, { shrinking: false, crossSentences: true }],
    [{ withinSentences: true }, { shrinking: true, crossSentences: false }],
    [
      { subsample: 0, power: 0 },
      { subsample: 0, power: 0 },
    ],
    [
      { dimension: 7, window: 3, negatives: 2, epochs: 4 },
      { dimension: 7, window: 3, negatives: 2, epochs: 4 },
    ],
    [
      { batchSize: 9, seed: 0, maxWords: 11 },
      { batchSize: 9, seed: 0, maxWords: 11 },
    ],
    [
      { lanes: 3, laneWords: 100, negativePool: 77 },
      { lanes: 3, laneWords: 100, negativePool: 77 },
    ],
  ])("follow what is said, and of the rest what goes with it: %o", (options, expected) => {
    expect(settingsOf({ ...fastly, ...options }, ptb)).toMatchObject(expected);
  });

  test.each<[said: Partial<TrainOptions>, expected: object]>([
    [{ optimizer: "sgd" }, { optimizer: "sgd", learningRate: 5 }],
    [
      { model: "one-hot", epochs: 3 },
      { model: "one-hot", epochs: 3, optimizer: "adam" },
    ],
    [
      { subsample: 1e-4, power: 0, seed: 0 },
      { subsample: 1e-4, power: 0, seed: 0 },
    ],
    [
      { maxWords: 11, batchSize: 9, dimension: 7 },
      { maxWords: 11, batchSize: 9, dimension: 7 },
    ],
    [
      { window: 3, negatives: 2, learningRate: 0.5 },
      { window: 3, negatives: 2, learningRate: 0.5 },
    ],
  ])("follow what is said in the book's preset too: %o", (options, expected) => {
    expect(settingsOf({ ...bookly, ...options }, ptb)).toMatchObject(expected);
  });

  test("read a short text more often than a long one", () => {
    const epochs = (tokens: number) => settingsOf(fastly, { tokens, minCount: 5 }).epochs;
    expect([500, 100_000, 200_000, 929_589, 10_000_000, 100_000_000].map(epochs)).toEqual([100, 100, 40, 20, 10, 5]);
  });

  test("have shorter lanes for a short text, and for skip-gram", () => {
    const lanes = (tokens: number, model: "cbow" | "skip-gram" = "cbow") =>
      settingsOf({ ...fastly, model }, { tokens, minCount: 5 });
    expect(lanes(540)).toMatchObject({ lanes: 1, laneWords: 16 });
    expect(lanes(929_589)).toMatchObject({ lanes: 8, laneWords: 512 });
    expect(lanes(100_000_000)).toMatchObject({ lanes: 8, laneWords: 4096 });
    expect(lanes(100_000_000, "skip-gram")).toMatchObject({ lanes: 8, laneWords: 1024 });
  });

  test("have the text's least count", () => {
    expect(settingsOf(fastly, { ...ptb, minCount: 5 }).minCount).toBe(5);
    expect(settingsOf(bookly, { ...ptb, minCount: 5 }).minCount).toBe(5);
  });

  test("refuse a rate that rises", () => {
    expect(() => settingsOf({ ...fastly, endLearningRate: 0.2 }, ptb)).toThrowErrorMatchingInlineSnapshot(
      `[CommanderError: --end-learning-rate 0.2 is above the rate at the start, 0.1]`,
    );
  });
});
