import { type Random, randomFromSeed } from "@wordloom/random";
import { chiSquareScore, seeds } from "@wordloom/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countIds } from "./count-ids.js";
import { sampleNegatives, sampleNegativesWithReplacement } from "./sample-negatives.js";
import { type UnigramSampler, unigramSampler } from "./unigram-sampler.js";

/** Counts with zeros and giants, a target that may be any word, and as many negatives as there can be, or fewer. */
const cases = (): fc.Arbitrary<{ counts: number[]; target: number; K: number; power: number; seed: number }> => {
  const count = fc.oneof(fc.nat(20), fc.constant(0), fc.constantFrom(1, 1e12));
  return fc
    .record({
      counts: fc.array(count, { minLength: 2, maxLength: 12 }),
      target: fc.nat(1_000),
      fewer: fc.nat(3),
      power: fc.constantFrom(0.75, 0, 1, 2),
      seed: seeds(),
    })
    .map(({ target, ...rest }) => ({ ...rest, target: target % rest.counts.length }))
    .map((sizes) => ({ ...sizes, K: others(sizes.counts, sizes.target) - sizes.fewer }))
    .filter(({ K }) => K >= 1);
};

const others = (counts: readonly number[], target: number): number =>
  counts.filter((count, word) => count > 0 && word !== target).length;

/** The chance of each ordered tuple of K negatives, by enumeration of the definition. */
function successiveDraws(weights: readonly number[], target: number, K: number): Map<string, number> {
  const chances = new Map<string, number>();
  const draw = (drawn: readonly number[], chance: number): void => {
    if (drawn.length === K) {
      chances.set(drawn.join(), chance);
      return;
    }
    const left = weights.map((weight, word) => (word === target || drawn.includes(word) ? 0 : weight));
    const total = left.reduce((sum, weight) => sum + weight, 0);
    for (const [word, weight] of left.entries()) if (weight > 0) draw([...drawn, word], (chance * weight) / total);
  };
  draw([], 1);
  return chances;
}

/** How far N rows of negatives lie from those chances, in standard deviations. One seed in a million is above 4.75. */
function score(counts: readonly number[], power: number, target: number, K: number, N: number): number {
  const weights = counts.map((count) => (count === 0 ? 0 : count ** power));
  const chances = successiveDraws(weights, target, K);
  const tallies = new Map([...chances.keys()].map((key) => [key, 0]));
  const targets = new Int32Array(N).fill(target);
  const { data } = sampleNegatives(unigramSampler(counts, { power }), targets, K, randomFromSeed(11));
  for (let row = 0; row < N; row++) {
    const key = data.subarray(row * K, (row + 1) * K).join();
    tallies.set(key, (tallies.get(key) ?? Number.NaN) + 1);
  }
  return chiSquareScore([...tallies.values()], [...chances.values()]);
}

describe("sampleNegatives(sampler, targets, K, random)", () => {
  const bookSampler = (): UnigramSampler => unigramSampler(countIds([0, 1, 2, 3, 4, 1, 2, 3, 1, 1, 2], 5));

  test("gives the book's targets two negatives each, the same ones for seed 42 in every version", () => {
    expect(sampleNegatives(bookSampler(), [1, 3, 0], 2, randomFromSeed(42))).toEqual({
      shape: [3, 2],
      data: Int32Array.of(4, 2, 1, 4, 3, 2),
    });
  });

  test("never draws the target, a word twice, or one that does not occur", () => {
    fc.assert(
      fc.property(cases(), ({ counts, target, K, power, seed }) => {
        const targets = [target, target, target];
        const { shape, data } = sampleNegatives(unigramSampler(counts, { power }), targets, K, randomFromSeed(seed));
        expect(shape).toEqual([3, K]);
        for (let b = 0; b < 3; b++) {
          const row = Array.from(data.subarray(b * K, (b + 1) * K));
          expect(new Set(row).size).toBe(K);
          expect(row).not.toContain(target);
          expect(row.every((word) => counts[word] > 0)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("draws every other word where K is the number of candidates, each target having its own", () => {
    const { data } = sampleNegatives(bookSampler(), [0, 1, 2, 3, 4], 4, randomFromSeed(1));
    for (let target = 0; target < 5; target++) {
      const row = Array.from(data.subarray(4 * target, 4 * target + 4));
      expect([...row, target].sort()).toEqual([0, 1, 2, 3, 4]);
    }
  });

  test("ends where the target has all but 10^−12 of the mass, and V is 2", () => {
    const { data } = sampleNegatives(unigramSampler([1e12, 1], { power: 1 }), [0, 1, 0], 1, randomFromSeed(1));
    expect(data).toEqual(Int32Array.of(1, 0, 1));
  });

  test("takes a target that does not occur", () => {
    const { data } = sampleNegatives(unigramSampler([1, 0, 1]), [1], 2, randomFromSeed(1));
    expect(Array.from(data).sort()).toEqual([0, 2]);
  });

  test("takes no targets, or no negatives", () => {
    expect(sampleNegatives(bookSampler(), [], 2, randomFromSeed(1))).toEqual({
      shape: [0, 2],
      data: new Int32Array(0),
    });
    expect(sampleNegatives(bookSampler(), [1], 0, randomFromSeed(1))).toEqual({
      shape: [1, 0],
      data: new Int32Array(0),
    });
  });

  test("refuses more negatives than there are other words", () => {
    const draw = (counts: number[], K: number, targets: number[]) => () =>
      sampleNegatives(unigramSampler(counts), targets, K, randomFromSeed(1));
    expect(draw([4, 3, 0, 1], 3, [0])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: sampleNegatives: 3 different negatives for target 0, but only 2 other words occur; K may be 2 at most]`,
    );
    expect(draw([4, 3, 0, 1], 3, [2, 0])).toThrow(RangeError);
    expect(draw([7], 1, [0])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: sampleNegatives: 1 different negatives for target 0, but only 0 other words occur; nothing can be told apart from a single word]`,
    );
  });

  test("refuses a target outside the vocabulary and a size that is none", () => {
    const draw = (targets: number[], K: number) => () => sampleNegatives(bookSampler(), targets, K, randomFromSeed(1));
    expect(draw([1, 5], 2)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: sampleNegatives: target 5 at 1 is outside the 5 words; was the sampler made from this vocabulary?]`,
    );
    expect(draw([-1], 2)).toThrow(RangeError);
    expect(draw([0.5], 2)).toThrow(RangeError);
    expect(draw([1], -1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: sampleNegatives: 1 targets with -1 negatives each; both must be whole numbers from 0]`,
    );
    expect(draw([1], 1.5)).toThrow(RangeError);
  });
});

// Each score would be above 4.75 for one seed in a million, were the draws right.
describe("the distribution of sampleNegatives", () => {
  test.each([1, 2, 3, 4])("over all ordered tuples of %i of the book's words is that of successive draws", (K) => {
    expect(score([1, 4, 3, 2, 1], 0.75, 1, K, 60_000)).toBeLessThan(4.75);
  });

  test.each([0, 0.75, 1])("to the power of %d is that of count^power, without words that do not occur", (power) => {
    expect(score([9, 0, 30, 4, 1, 0], power, 4, 2, 60_000)).toBeLessThan(4.75);
  });

  test("is the same where nearly all draws are rejected and the rest is drawn in one pass", () => {
    expect(score([1e12, 1, 2, 3, 4], 1, 0, 2, 20_000)).toBeLessThan(4.75);
  });

  test("is the same where a quarter of the rows needs that pass", () => {
    // The target has 98 % of the mass: 0.98^64 = 0.27.
    expect(score([980, 2, 5, 12, 1], 1, 0, 3, 60_000)).toBeLessThan(4.75);
  });

  test("of a vocabulary of 1,000 words has the first, second and third draw of its definition", () => {
    const V = 1_000;
    const N = 200_000;
    const target = 2;
    const counts = Array.from({ length: V }, (_, rank) => Math.ceil(50_000 / (1 + rank)));
    const sampler = unigramSampler(counts, { power: 1 });
    const { data } = sampleNegatives(sampler, new Int32Array(N).fill(target), 3, randomFromSeed(12));
    const marginals = drawMarginals(sampler.probabilities, target);
    for (const [draw, expected] of marginals.entries()) {
      const tallies = new Float64Array(V);
      for (let row = 0; row < N; row++) tallies[data[3 * row + draw]]++;
      expect(chiSquareScore(tallies, expected)).toBeLessThan(4.75);
    }
    // The draws differ enough for this to tell them apart.
    const second = new Float64Array(V);
    for (let row = 0; row < N; row++) second[data[3 * row + 1]]++;
    expect(chiSquareScore(second, marginals[0])).toBeGreaterThan(10);
  });
});

/** The chance of each word in the first, second and third draw, by summation over the draws before. */
function drawMarginals(p: Float64Array, target: number): Float64Array[] {
  const marginals = [0, 1, 2].map(() => new Float64Array(p.length));
  const q = p.map((share, word) => (word === target ? 0 : share / (1 - p[target])));
  // After i the chance of j is q_j / (1 − q_i); after i and j that of k is q_k / (1 − q_i − q_j). Summed over all pairs,
  // the last is q_k times (the sum over all pairs, less those with k in them).
  const perPair = new Float64Array(p.length);
  let allPairs = 0;
  for (let i = 0; i < q.length; i++) {
    marginals[0][i] = q[i];
    for (let j = 0; j < q.length; j++) {
      if (i === j) continue;
      const pair = (q[i] * q[j]) / (1 - q[i]);
      marginals[1][j] += pair;
      const share = pair / (1 - q[i] - q[j]);
      allPairs += share;
      perPair[i] += share;
      perPair[j] += share;
    }
  }
  for (let k = 0; k < q.length; k++) marginals[2][k] = q[k] * (allPairs - perPair[k]);
  return marginals;
}

describe("sampleNegativesWithReplacement(sampler, B, K, random)", () => {
  const draw = (random: Random): Int32Array =>
    sampleNegativesWithReplacement(unigramSampler([4, 0, 3, 1]), 2, 3, random).data;

  test("gives the same words for seed 42 in every version, one block each", () => {
    const random = randomFromSeed(42);
    expect(draw(random)).toEqual(Int32Array.of(3, 0, 2, 0, 0, 2));
    expect(random.counter).toBe(6);
  });

  test("has the shape [B, K], also where K exceeds the vocabulary", () => {
    const { shape, data } = sampleNegativesWithReplacement(unigramSampler([1]), 2, 9, randomFromSeed(1));
    expect(shape).toEqual([2, 9]);
    expect(data).toEqual(new Int32Array(18));
  });

  test("refuses sizes that are none", () => {
    expect(() =>
      sampleNegativesWithReplacement(unigramSampler([1]), -1, 2, randomFromSeed(1)),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: sampleNegativesWithReplacement: -1 targets with 2 negatives each; both must be whole numbers from 0]`,
    );
  });
});
