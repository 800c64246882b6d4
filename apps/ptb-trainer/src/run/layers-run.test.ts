import { corpusFromText, encodeCorpus } from "@wordloom/data";
import { fork, randomFromSeed, uniform } from "@wordloom/random";
import { unigramSampler } from "@wordloom/sampling";
import { describe, expect, test } from "vitest";
import { book, bookRates } from "../settings/book-preset.js";
import { type BookSettings, type ModelName, modelNames, optimizerNames } from "../settings/settings.js";
import { epochSteps } from "./epoch-steps.js";
import { layersRun } from "./layers-run.js";
import { modelNamed } from "./model-named.js";
import { optimizerNamed } from "./optimizer-named.js";
import type { Observer } from "./training-run.js";

const train = corpusFromText(frequentAndRare("train"));
const validation = encodeCorpus(corpusFromText(frequentAndRare("validation")), train.vocabulary, "drop");
const small: BookSettings = { ...book, dimension: 10, window: 2, negatives: 3, epochs: 2, batchSize: 50 };
const silent: Observer = { onProgress: () => {}, onEpoch: () => {} };
const never = new AbortController().signal;

describe("epochSteps(corpus, learner, sampler, settings, random)", () => {
  // A changed number here is a change that users see: the same seed no longer gives the same vectors.
  const pinned: Record<ModelName, number[]> = {
    cbow: [
      2.7725989403257625, 2.772481973277721, 2.772008003557545, 2.771594103843772, 2.770286847194944, 2.769278398344005,
      2.7675223313847708, 2.764659543958047, 2.7602081652981867, 2.756704178168746,
    ],
    "skip-gram": [
      11.090395905327817, 11.089918659472596, 11.087991718412665, 11.08636125092343, 11.081113886052673,
      11.076942718788821, 11.069700349432983, 11.058507440712066, 11.04094141330486, 11.026411038930846,
    ],
    "one-hot": [
      3.9318089096654862, 3.931402731151298, 3.9303957598936075, 3.9296225930595936, 3.9270341734532277,
      3.9261655081861964, 3.9243061547369793, 3.9160317851357296, 3.9096531486623842, 3.907649751607762,
    ],
  };

  test.each(modelNames)("has the same first ten losses as ever: %s", (name) => {
    expect(firstLosses(name)).toEqual(pinned[name].map((loss) => expect.closeTo(loss, 10)));
  });

  function firstLosses(name: ModelName): number[] {
    const random = randomFromSeed(42);
    const model = modelNamed(name, train.vocabulary.words.length, small.dimension, random);
    const optimizer = optimizerNamed("adam", 0.01);
    const learner = { model, optimizer, state: optimizer.init(model.parameters) };
    const sampler = unigramSampler(train.vocabulary.counts, { power: 0.75 });
    const losses: number[] = [];
    for (const { loss } of epochSteps(train, learner, sampler, small, random)) {
      losses.push(loss);
      if (losses.length === 10) break;
    }
    return losses;
  }
});

describe("layersRun(text, settings, random, signal, observer)", () => {
  const run = (settings: Partial<BookSettings> = {}, signal = never, observer = silent) =>
    layersRun(
      { train, validation, tokensRead: train.ids.length },
      { ...small, ...settings },
      randomFromSeed(1),
      signal,
      observer,
    );

  test("gives the same weights for the same seed, to the bit", async () => {
    const [first, second] = [await run(), await run()];
    expect(first.inputVectors).toEqual(second.inputVectors);
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
    const { epochs } = await layersRun(
      { train, tokensRead: train.ids.length },
      small,
      randomFromSeed(1),
      never,
      silent,
    );
    expect(epochs.flatMap(Object.keys)).not.toContain("validationLoss");
  });

  test("stops after that many words, in the middle of a later epoch too", async () => {
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
      `[Error: the loss is NaN after 50 target words, with sgd at learning rate 1e+300; a lower rate may help, such as --learning-rate 5]`,
    );
  });

  test("keeps the weights from before the loss stopped being a number, where they are numbers", async () => {
    const { divergence, inputVectors, words } = await run({ optimizer: "sgd", learningRate: 1e10 });
    expect(divergence?.message).toMatch(/^the loss is (Infinity|NaN) after [\d,]+ target words, with sgd/);
    expect(words).toBeGreaterThan(0);
    expect(inputVectors.every((x) => Number.isFinite(x))).toBe(true);
  });

  test.each(optimizerNames)("learns with %s at its default rate", async (optimizer) => {
    const { epochs } = await run({ optimizer, learningRate: bookRates[optimizer], epochs: 8 });
    expect(epochs[7].loss).toBeLessThan(epochs[0].loss - 0.1);
  });
});

/** 3,000 words out of 50; words with a small number are frequent, and each is likely to follow its forerunner. */
function frequentAndRare(label: string): string {
  const random = fork(randomFromSeed(1), label);
  let word = 0;
  const words = Array.from({ length: 3000 }, () => {
    word = uniform(random) < 0.5 ? (word + 1) % 50 : Math.floor(50 * uniform(random) ** 3);
    return `w${word}`;
  });
  return words.join(" ");
}
