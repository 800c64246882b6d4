import { bundledCorpus, corpusFromText, encodeCorpus } from "@wordloom/data";
import { randomFromSeed } from "@wordloom/random";
import type { TrainingNote } from "@wordloom/word2vec";
import { describe, expect, test, vi } from "vitest";
import type { FastSettings } from "../settings/settings.js";
import { settingsOf } from "../settings/settings-of.js";
import { engineRun } from "./engine-run.js";
import type { EpochRecord, Observer, Progress } from "./training-run.js";

const text = bundledCorpus(randomFromSeed(1), { tokens: 20_000 });
const train = corpusFromText(text.train);
const validation = encodeCorpus(corpusFromText(text.valid), train.vocabulary, "drop");
const [preset] = [settingsOf({ preset: "fast", corpus: "auto", format: "both" }, { tokens: 20_000, minCount: 1 })];
// A text as short as this one has a single lane by itself, and work for one thread.
const lanes = { lanes: 8, laneWords: 64, negativePool: 64 };
const small = { ...preset, ...lanes, dimension: 16, epochs: 3 } as FastSettings;
const silent: Observer = { onProgress: () => {}, onEpoch: () => {} };
const never = new AbortController().signal;

describe("engineRun(text, settings, threads, signal, observer)", () => {
  const run = (settings: Partial<FastSettings> = {}, threads = 1, observer = silent, signal = never) =>
    engineRun(
      { train, validation, tokensRead: train.ids.length },
      { ...small, ...settings },
      threads,
      signal,
      observer,
    );

  test("tells that it takes one thread where no more can be had, and gives the same vectors", async () => {
    vi.stubGlobal("SharedArrayBuffer", undefined);
    const notes: TrainingNote[] = [];
    const onNote = (note: TrainingNote) => notes.push(note);
    const alone = await run({}, 2, { ...silent, onNote });
    vi.unstubAllGlobals();
    expect(notes).toEqual([
      {
        kind: "one-thread",
        message: "train: one thread, not 2, and the same bits: there is no SharedArrayBuffer here",
      },
    ]);
    const both = await run({}, 2, { ...silent, onNote });
    expect(notes).toHaveLength(1);
    expect(both.inputVectors).toEqual(alone.inputVectors);
  });

  test("gives the same vectors, losses and curve on any number of threads", async () => {
    const [one, two, three] = [await run({}, 1), await run({}, 2), await run({}, 3)];
    for (const other of [two, three]) {
      expect(other.inputVectors).toEqual(one.inputVectors);
      expect(other.curve).toEqual(one.curve);
      expect(other.words).toBe(one.words);
      expect(lossesOf(other.epochs)).toEqual(lossesOf(one.epochs));
    }
  });

  test("tells each epoch with its loss and that on text not trained on, both of which fall", async () => {
    const told: EpochRecord[] = [];
    const { epochs, words, seconds } = await run({}, 2, { ...silent, onEpoch: (record) => told.push(record) });
    expect(told).toEqual(epochs);
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
    expect(epochs[2]).toMatchObject({ words, seconds });
    const losses = lossesOf(epochs);
    expect(losses).toEqual(losses.toSorted(([a], [b]) => b - a));
    expect(losses).toEqual(losses.toSorted(([, a], [, b]) => b - a));
  });

  test("starts from tables that know nothing, whose loss is (1 + K) log 2", async () => {
    const { epochs } = await run({ learningRate: 1e-12, endLearningRate: 0, negatives: 3 });
    for (const { loss, validationLoss } of epochs) {
      expect(loss).toBeCloseTo(4 * Math.log(2), 6);
      expect(validationLoss).toBeCloseTo(4 * Math.log(2), 6);
    }
  });

  test("has no validation loss where there is no such text", async () => {
    const { epochs } = await engineRun({ train, tokensRead: train.ids.length }, small, 1, never, silent);
    expect(epochs.flatMap(Object.keys)).not.toContain("validationLoss");
  });

  test("tells how it goes, to the end", async () => {
    const told: Progress[] = [];
    const { words } = await run({ epochs: 30 }, 1, { ...silent, onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toMatchObject({ epoch: 30, words, secondsLeft: 0 });
  });

  test("tells nothing before the first word, of which there is no loss", async () => {
    // Each look at the clock is a second after the last, so that the engine tells each round.
    let now = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => 1000 * now++);
    const told: Progress[] = [];
    const thin = { subsample: 1e-5, epochs: 1, lanes: 1, laneWords: 16 };
    await run(thin, 1, { ...silent, onProgress: (progress) => told.push(progress) }).finally(() => clock.mockRestore());
    expect(told.length).toBeGreaterThan(1);
    for (const { words, loss, textWordsPerSecond } of told) {
      expect(words).toBeGreaterThan(0);
      expect(loss).toBeGreaterThan(0);
      expect(textWordsPerSecond).toBeGreaterThan(0);
    }
  });

  test.each<Partial<FastSettings>>([
    { model: "skip-gram", learningRate: 0.025 },
    { window: 3 },
    { shrinking: false },
    { crossSentences: false },
    { negatives: 4 },
    { power: 0.5 },
    { batchSize: 32 },
    { lanes: 7 },
    { laneWords: 32 },
    { negativePool: 32 },
    { learningRate: 0.05 },
    { endLearningRate: 0.1 },
    { contextGradient: "word2vec" },
    { subsample: 1e-2 },
    { seed: 2 },
    { epochs: 4 },
    { maxWords: 1000 },
  ])("does as its settings say: %o gives other vectors", async (settings) => {
    const [usual, other] = [await run(), await run(settings)];
    expect(other.inputVectors).not.toEqual(usual.inputVectors);
  });

  test.each([1, 2])("trains on as many threads as it is told: %i", async (threads) => {
    const told: Progress[] = [];
    await run({}, threads, { ...silent, onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)?.threads).toBe(threads);
  });

  test("has as many dimensions as its settings say", async () => {
    expect((await run({ dimension: 10 })).inputVectors).toHaveLength(10 * train.vocabulary.words.length);
  });

  test.each([1, 2])("stops when told to, with what there is: %i threads", async (threads) => {
    const controller = new AbortController();
    const observer = { ...silent, onProgress: () => controller.abort() };
    const { isInterrupted, words, epochs } = await run({ epochs: 100_000 }, threads, observer, controller.signal);
    expect(isInterrupted).toBe(true);
    expect(epochs.at(-1)).toMatchObject({ words });
  });

  test("stops after that many words, in the middle of a later epoch too", async () => {
    const whole = await run();
    const maxWords = Math.round(0.5 * whole.words);
    const { words, epochs, isInterrupted } = await run({ maxWords });
    expect(words).toBeGreaterThanOrEqual(maxWords);
    // To the end of a round.
    expect(words).toBeLessThan(maxWords + lanes.lanes * lanes.laneWords);
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(epochs[1].validationLoss).toBeGreaterThan(0);
    expect(isInterrupted).toBe(false);
  });

  test.each([1, 2])("keeps what there was before the loss grew out of bounds: %i threads", async (threads) => {
    const { divergence, inputVectors, words } = await run({ learningRate: 3, endLearningRate: 3 }, threads);
    expect(divergence?.message).toContain(`after ${words.toLocaleString("en")} target words, at a learning rate of 3`);
    expect(inputVectors.every((x) => Math.abs(x) < 1000)).toBe(true);
    expect(inputVectors.some((x) => Math.abs(x) > 0.1)).toBe(true);
  });

  test("throws where nothing good is left", async () => {
    await expect(run({ learningRate: 1e300 })).rejects.toThrow(/^train: the loss has grown to NaN a target after /);
  });
});

function lossesOf(epochs: readonly EpochRecord[]): (readonly [number, number])[] {
  return epochs.map(({ loss, validationLoss = Number.NaN }) => [loss, validationLoss]);
}
