import { randomFromSeed } from "@wordloom/random";
import { wordVectors } from "@wordloom/vectors";
import { describe, expect, test } from "vitest";
import { compareWordPairs } from "./compare-word-pairs.js";
import { evaluateWordPairs } from "./evaluate-word-pairs.js";

const random = randomFromSeed(1);
const words = Array.from({ length: 30 }, (_, i) => `w${i}`);
const noisy = (seed: number, noise: number, names = words) =>
  wordVectors(
    names,
    Float32Array.from(names.flatMap((_, i) => [Math.cos(i / 5), Math.sin(i / 5), noise * Math.sin(seed + i * i)])),
  );
const pairs = words.flatMap((first, i) =>
  [3, 7, 11].map((step) => {
    const j = (i * step + 1) % 30;
    return { first, second: words[j], score: Math.cos((i - j) / 5) };
  }),
);

describe("compareWordPairs(a, b, pairs, random)", () => {
  test("is the difference of the evaluations, with the interval of the same resamples", () => {
    const [a, b] = [noisy(1, 0.3), noisy(2, 2)];
    const { spearman, pearson, used, bootstrap } = compareWordPairs(a, b, pairs, random);
    const [ofA, ofB] = [a, b].map((vectors) => evaluateWordPairs(vectors, pairs, { random }));
    expect([spearman.a, spearman.b, pearson.a, pearson.b]).toEqual([
      ofA.spearman,
      ofB.spearman,
      ofA.pearson,
      ofB.pearson,
    ]);
    expect(spearman.difference).toBe((ofA.spearman ?? 0) - (ofB.spearman ?? 0));
    expect(used).toBe(90);
    expect(bootstrap).toEqual({ resamples: 2000, confidence: 0.95 });
    expect(spearman.interval?.low).toBeGreaterThan(0);
    expect(spearman.interval?.high).toBeGreaterThan(spearman.difference ?? 1);
  });

  test("is surer than two intervals side by side, since both have the same pairs", () => {
    const [a, b] = [noisy(1, 2), noisy(1, 2.1)];
    const { spearman } = compareWordPairs(a, b, pairs, random);
    const { spearmanInterval } = evaluateWordPairs(a, pairs, { random });
    const width = (interval: { low: number; high: number } | null) => (interval?.high ?? 0) - (interval?.low ?? 0);
    expect(width(spearman.interval)).toBeLessThan(width(spearmanInterval) / 2);
  });

  test("compares on the pairs that both know, or on all with zeros", () => {
    const [a, b] = [noisy(1, 0.3), noisy(2, 0.3, [...words.slice(0, 20), ...words.slice(20).map((w) => `x${w}`)])];
    const known = pairs.filter(({ first, second }) => b.idOf.has(first) && b.idOf.has(second));
    const skipped = compareWordPairs(a, b, pairs, random);
    expect(skipped).toMatchObject({ used: known.length, pairs: 90, unknown: "skip" });
    expect(skipped.spearman.a).toBe(evaluateWordPairs(a, known).spearman);
    const zero = compareWordPairs(a, b, pairs, random, { unknown: "zero" });
    expect(zero.spearman.a).toBe(evaluateWordPairs(a, pairs).spearman);
    expect(zero.spearman.b).toBe(evaluateWordPairs(b, pairs, { unknown: "zero" }).spearman);
  });

  test("has no difference where one has no correlation", () => {
    const flat = wordVectors(words, new Float32Array(60).fill(1));
    const { spearman } = compareWordPairs(noisy(1, 1), flat, pairs, random);
    expect(spearman).toEqual({ a: expect.any(Number), b: null, difference: null, interval: null });
  });

  test("says who refuses", () => {
    const a = noisy(1, 1);
    expect(() => compareWordPairs(a, a, pairs, random, { restrict: 0 })).toThrow("compareWordPairs: restrict is 0");
    expect(() => compareWordPairs(a, a, pairs, random, { confidence: 1 })).toThrow("compareWordPairs: confidence is 1");
  });
});
