import { bundledAnalogies, bundledCorpus, corpusFromText } from "@wordloom/data";
import { randomFromSeed } from "@wordloom/random";
import { analogy, mostSimilar } from "@wordloom/vectors";
import { describe, expect, test } from "vitest";
import type { Word2vecOptions } from "./options.js";
import { train } from "./train.js";

const corpus = corpusFromText(bundledCorpus(randomFromSeed(1), { tokens: 20_000 }).train);
const quick: Word2vecOptions = { dimension: 30, epochs: 2, subsample: 1e-2 };

describe("train(corpus, options)", () => {
  test.each([
    { model: "cbow", dimension: 30 },
    { model: "skip-gram", dimension: 30 },
    { model: "cbow", dimension: 100, negatives: 12, window: 8, crossSentences: false },
    { model: "cbow", dimension: 3 },
  ] as const)("gives the same bits on 1, 2, 3, 4 and 8 threads: %o", async (options) => {
    const one = await train(corpus, { ...quick, ...options });
    for (const threads of [2, 3, 4, 8]) {
      const more = await train(corpus, { ...quick, ...options, threads });
      expect(bits(more.vectors.data)).toEqual(bits(one.vectors.data));
      expect(bits(more.outputVectors)).toEqual(bits(one.outputVectors));
      expect(more.losses).toEqual(one.losses);
      expect(more.words).toBe(one.words);
    }
  });

  test("gives other bits for another seed", async () => {
    const [first, again, other] = [
      await train(corpus, quick),
      await train(corpus, quick),
      await train(corpus, { ...quick, seed: 2 }),
    ];
    expect(bits(again.vectors.data)).toEqual(bits(first.vectors.data));
    expect(bits(other.vectors.data)).not.toEqual(bits(first.vectors.data));
  });

  test("learns what the bundled corpus teaches", async () => {
    const whole = corpusFromText(bundledCorpus(randomFromSeed(1)).train);
    const { vectors, losses } = await train(whole, { epochs: 20, subsample: 0, threads: 2 });
    expect(
      mostSimilar(vectors, "you", { top: 3 })
        .map(({ word }) => word)
        .toSorted(),
    ).toEqual(["i", "they", "we"]);
    const [book] = bundledAnalogies();
    for (const [a, b, c, d] of book.questions) expect(analogy(vectors, a, b, c, { top: 1 })[0].word).toBe(d);
    expect(losses).toHaveLength(20);
    expect(losses[19]).toBeLessThan(0.5 * losses[0]);
  });

  test("has a loss of (1 + K) log 2 a target where nothing is learned", async () => {
    const [first] = (await train(corpus, { ...quick, learningRate: 0 })).losses;
    expect(first).toBeCloseTo(6 * Math.log(2), 6);
  });

  test("tells how it goes", async () => {
    const told: number[] = [];
    const onProgress = ({ words, totalWords }: { words: number; totalWords: number }) => told.push(words / totalWords);
    await train(corpus, { ...quick, epochs: 100, onProgress });
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told.at(-1)).toBeLessThanOrEqual(1.05);
  });

  test.each([1, 2])("stops when the signal says so, with what there is: %i threads", async (threads) => {
    const controller = new AbortController();
    const running = train(corpus, { ...quick, epochs: 100_000, threads, signal: controller.signal });
    setTimeout(() => controller.abort(), 200);
    const { isInterrupted, words, losses, vectors } = await running;
    expect(isInterrupted).toBe(true);
    expect(words).toBeGreaterThan(0);
    expect(losses.at(-1)).toBeLessThan(6 * Math.log(2));
    expect(vectors.words).toEqual(corpus.vocabulary.words);
  });
});

describe("what can't be trained", () => {
  const failure = (options: Word2vecOptions, text = corpus) =>
    train(text, { ...quick, ...options }).then(
      () => "nothing",
      (error: Error) => error.message,
    );

  test("is named with its numbers", async () => {
    expect(await failure({ dimension: 0 })).toMatchInlineSnapshot(
      `"train: dimension is 0; it must be a whole number, at least 1"`,
    );
    expect(await failure({ learningRate: Number.NaN })).toContain("learningRate is NaN");
    expect(await failure({ negatives: 5000 })).toMatch(
      /^train: 5000 different negatives for a target, but the corpus has \d+ other words/,
    );
    expect(await failure({ dimension: 10_000_000 })).toMatch(
      /^train: two tables of \d+ × 10000000 numbers, .* take [\d.]+ GiB; the limit is 4\.0 GiB/,
    );
    expect(await failure({}, { ...corpus, ids: new Int32Array(0) })).toMatchInlineSnapshot(
      `"train: the corpus has 0 tokens; a target and a context are two"`,
    );
    expect(await failure({}, { ...corpus, ids: Int32Array.of(0, 1e6) })).toContain("id 1000000 at 1 is outside");
  });

  test("says where the loss stopped being a number", async () => {
    expect(await failure({ learningRate: 1e30 })).toMatch(
      /^train: the loss is (NaN|Infinity) after [\d,]+ target words, at a learning rate that began at 1e\+30/,
    );
    expect(await failure({ learningRate: 1e30, threads: 2 })).toMatch(/^train: the loss is (NaN|Infinity) after/);
  });
});

function bits(numbers: Float32Array): number[] {
  return Array.from(new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length));
}
