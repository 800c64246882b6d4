import { bundledCorpus, corpusFromText } from "@wordloom/data";
import { randomFromSeed } from "@wordloom/random";
import { unigramSampler } from "@wordloom/sampling";
import { describe, expect, test } from "vitest";
import { epochSteps } from "./epoch-steps.js";
import { modelNamed } from "./model-named.js";
import { optimizerNamed } from "./optimizer-named.js";
import { book, learningRates, type ModelName, modelNames, optimizerNames, type Settings } from "./settings.js";
import { type Observer, trainingRun } from "./training-run.js";

const train = corpusFromText(bundledCorpus(randomFromSeed(1), { tokens: 3000 }).train);
const validation = { ...train, ...corpusFromText(bundledCorpus(randomFromSeed(1), { tokens: 3000 }).train) };
const small: Settings = { ...book, dimension: 10, window: 2, negatives: 3, epochs: 2, batchSize: 50 };
const silent: Observer = { onProgress: () => {}, onEpoch: () => {} };
const never = new AbortController().signal;

describe("epochSteps(corpus, model, optimizer, sampler, settings, random)", () => {
  // A changed number here is a change that users see: the same seed no longer gives the same vectors.
  const pinned: Record<ModelName, number[]> = {
    cbow: [
      2.7726092934505457, 2.772517668736571, 2.772499292920507, 2.7726628773548487, 2.7722982555029345,
      2.772405268769896, 2.7721392493830797, 2.772112697015533, 2.771893849537985, 2.7716987043092947,
    ],
    "skip-gram": [
      11.090437328965535, 11.090077099349251, 11.089982190048365, 11.09068638028363, 11.08918886491753,
      11.089591756881646, 11.088489964010966, 11.088445799474576, 11.0876010273096, 11.086842377476263,
    ],
    "one-hot": [
      6.49678382760719, 6.496717949830988, 6.49638645124811, 6.496361666610392, 6.494625742565084, 6.494440709394786,
      6.494230997620138, 6.491172630843214, 6.4895942451621105, 6.488825757469525,
    ],
  };

  test.each(modelNames)("has the same first ten losses as ever: %s", (name) => {
    expect(firstLosses(name)).toEqual(pinned[name].map((loss) => expect.closeTo(loss, 10)));
  });

  function firstLosses(name: ModelName): number[] {
    const random = randomFromSeed(42);
    const model = modelNamed(name, train.vocabulary.words.length, small.dimension, random);
    const optimizer = optimizerNamed("adam", 0.01);
    const sampler = unigramSampler(train.vocabulary.counts, { power: 0.75 });
    const losses: number[] = [];
    for (const { loss } of epochSteps(train, model, optimizer, sampler, small, random)) {
      losses.push(loss);
      if (losses.length === 10) break;
    }
    return losses;
  }
});

describe("trainingRun(text, settings, random, signal, observer)", () => {
  const run = (settings: Partial<Settings> = {}, signal = never, observer = silent) =>
    trainingRun({ train, validation }, { ...small, ...settings }, randomFromSeed(1), signal, observer);

  test("gives the same weights for the same seed, to the bit", async () => {
    const [first, second] = [await run(), await run()];
    expect(first.model.inputVectors.value.data).toEqual(second.model.inputVectors.value.data);
    expect(first.epochs.map(({ loss }) => loss)).toEqual(second.epochs.map(({ loss }) => loss));
  });

  test("sees every position that has a full window once an epoch, and tells the mean loss of each", async () => {
    const told: number[] = [];
    const { epochs, words } = await run({}, never, { onProgress: () => {}, onEpoch: ({ loss }) => told.push(loss) });
    expect(words).toBe(2 * (train.ids.length - 2 * small.window));
    expect(told).toEqual(epochs.map(({ loss }) => loss));
    expect(epochs[1].loss).toBeLessThan(epochs[0].loss);
    expect(epochs[0].loss).toBeLessThan(4 * Math.log(2));
  });

  test("draws the same negatives for every validation loss", async () => {
    const { epochs } = await run({ learningRate: 1e-12 });
    expect(epochs[1].validationLoss).toBeCloseTo(epochs[0].validationLoss ?? Number.NaN, 6);
    expect(epochs[1].validationLoss).toBeCloseTo(4 * Math.log(2), 2);
  });

  test("has no validation loss where there is no such text", async () => {
    const { epochs } = await trainingRun({ train }, small, randomFromSeed(1), never, silent);
    expect(epochs.flatMap(Object.keys)).not.toContain("validationLoss");
  });

  test("stops after so many words, in the middle of a later epoch too", async () => {
    expect((await run({ maxWords: 500 })).words).toBe(500);
    const { words, epochs } = await run({ maxWords: 3500 });
    expect(words).toBeGreaterThanOrEqual(3500);
    expect(words).toBeLessThan(3500 + small.batchSize);
    expect(epochs).toHaveLength(2);
  });

  test("stops when told to, with what there is", async () => {
    const controller = new AbortController();
    const { isInterrupted, words, epochs } = await run({ epochs: 1000 }, controller.signal, {
      onProgress: () => controller.abort(),
      onEpoch: () => {},
    });
    expect(isInterrupted).toBe(true);
    expect(words).toBeGreaterThan(0);
    expect(epochs).toHaveLength(1);
  });

  test("sees fewer words when frequent ones are subsampled, others in each epoch", async () => {
    const { words, epochs } = await run({ subsample: 1e-3 });
    expect(words).toBeLessThan(1.8 * train.ids.length);
    expect(epochs[1].words - epochs[0].words).not.toBe(epochs[0].words);
  });

  test("says at which word and rate the loss stopped being a number", async () => {
    await expect(run({ optimizer: "sgd", learningRate: 1e300 })).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: the loss is NaN after 50 target words, with sgd at learning rate 1e+300; a lower --learning-rate may help]`,
    );
  });

  test.each(optimizerNames)("learns with %s at its default rate", async (optimizer) => {
    const { epochs } = await run({ optimizer, learningRate: learningRates[optimizer], epochs: 8 });
    expect(epochs[7].loss).toBeLessThan(epochs[0].loss - 0.1);
  });
});
