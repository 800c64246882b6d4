import { chiSquareScore, seeds } from "@wordloom/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choice } from "./choice.js";
import { type Random, randomFromSeed } from "./random.js";
import { uniform } from "./uniform.js";

const words = ["you", "say", "goodbye", "I", "hello", "."];
const probabilities = [0.5, 0.1, 0.05, 0.2, 0.05, 0.1];

/** The chance of each ordered tuple of different indices in successive draws, by enumeration. */
function successiveDraws(weights: readonly number[], size: number): Map<string, number> {
  const chances = new Map<string, number>();
  const draw = (drawn: readonly number[], chance: number): void => {
    if (drawn.length === size) {
      chances.set(drawn.join(), chance);
      return;
    }
    const left = weights.map((weight, i) => (drawn.includes(i) ? 0 : weight));
    const total = left.reduce((sum, weight) => sum + weight, 0);
    for (const [i, weight] of left.entries()) if (weight > 0) draw([...drawn, i], (chance * weight) / total);
  };
  draw([], 1);
  return chances;
}

/** The score of N draws against the chances of all that can come up. One seed in a million is above 4.75. */
function score(chances: Map<string, number>, N: number, draw: () => string): number {
  const counts = new Map([...chances.keys()].map((key) => [key, 0]));
  for (let i = 0; i < N; i++) {
    const drawn = draw();
    counts.set(drawn, (counts.get(drawn) ?? Number.NaN) + 1);
  }
  return chiSquareScore([...counts.values()], [...chances.values()]);
}

const drawer = (seed: number, draw: (random: Random) => ArrayLike<number>): (() => string) => {
  const random = randomFromSeed(seed);
  return () => Array.from(draw(random)).join();
};

describe("choice(random, n or list, options)", () => {
  // The six calls of the documents, np.random.choice(…), with what each promises.
  test("draws a number below n", () => {
    const numbers = Array.from({ length: 300 }, (_, seed) => choice(randomFromSeed(seed), 10));
    expect(new Set(numbers)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
  });

  test("draws one entry of a list", () => {
    const drawn: string[] = Array.from({ length: 300 }, (_, seed) => choice(randomFromSeed(seed), words));
    expect(new Set(drawn)).toEqual(new Set(words));
  });

  test("draws with repetition as many as size says", () => {
    const random = randomFromSeed(1);
    const batches: string[][] = Array.from({ length: 50 }, () => choice(random, words, { size: 5 }));
    expect(batches.every((batch) => batch.length === 5)).toBe(true);
    expect(batches.some((batch) => new Set(batch).size < 5)).toBe(true);
  });

  test("draws no entry twice without replacement", () => {
    fc.assert(
      fc.property(seeds(), fc.nat(6), (seed, size) => {
        const batch: string[] = choice(randomFromSeed(seed), words, { size, replace: false });
        expect(new Set(batch).size).toBe(size);
        expect(words).toEqual(expect.arrayContaining(batch));
      }),
    );
  });

  test("draws one entry with its probability", () => {
    const random = randomFromSeed(2);
    const chances = new Map(words.map((word, i) => [word, probabilities[i]]));
    expect(score(chances, 20_000, () => choice(random, words, { probabilities }))).toBeLessThan(4.75);
  });

  test("fills a shape, row-major, with repetition", () => {
    const { shape, data } = choice(randomFromSeed(3), 6, { size: [3, 2], probabilities });
    expect(shape).toEqual([3, 2]);
    expect(data).toEqual(choice(randomFromSeed(3), 6, { size: 6, probabilities }));
    const named: { data: string[] } = choice(randomFromSeed(3), words, { size: [3, 2], probabilities });
    expect(named.data).toEqual(Array.from(data, (i) => words[i]));
  });

  test("gives numbers of n in an Int32Array and entries of any list, typed arrays too, in an array", () => {
    expect(choice(randomFromSeed(3), 6, { size: 2 })).toBeInstanceOf(Int32Array);
    expect(choice(randomFromSeed(3), Float64Array.of(0.5), { size: 2 })).toEqual([0.5, 0.5]);
    expect(choice(randomFromSeed(3), [undefined])).toBeUndefined();
  });

  test("gives the same draws for seed 42 in every version", () => {
    const random = randomFromSeed(42);
    expect(choice(random, 10)).toBe(8);
    expect(choice(random, words, { size: 5 }).join(" ")).toMatchInlineSnapshot(`"you I say I say"`);
    expect(choice(random, words, { size: 5, replace: false }).join(" ")).toMatchInlineSnapshot(
      `"say hello goodbye you I"`,
    );
    expect(choice(random, words, { size: 5, probabilities }).join(" ")).toMatchInlineSnapshot(
      `"you goodbye you you you"`,
    );
    expect(choice(random, words, { size: 5, replace: false, probabilities }).join(" ")).toMatchInlineSnapshot(
      `"I you . hello say"`,
    );
  });
});

describe("the distribution of choice", () => {
  test("with replacement is that of independent draws", () => {
    const weights = [0.5, 0, 0.2, 0.3];
    const chances = new Map<string, number>();
    for (const [i, p] of weights.entries()) for (const [j, q] of weights.entries()) chances.set(`${i},${j}`, p * q);
    const draw = drawer(4, (random) => choice(random, 4, { size: 2, probabilities: weights }));
    expect(score(chances, 40_000, draw)).toBeLessThan(4.75);
  });

  test("without replacement is that of successive draws, for every ordered tuple", () => {
    const weights = [0.55, 0.25, 0, 0.15, 0.05];
    for (const size of [1, 2, 3, 4]) {
      const draw = drawer(size, (random) => choice(random, 5, { size, replace: false, probabilities: weights }));
      expect(score(successiveDraws(weights, size), 60_000, draw)).toBeLessThan(4.75);
    }
  });

  test("without replacement or probabilities gives every ordered tuple as often", () => {
    const draw = drawer(5, (random) => choice(random, 4, { size: 2, replace: false }));
    expect(score(successiveDraws([1, 1, 1, 1], 2), 24_000, draw)).toBeLessThan(4.75);
  });

  test("gives an entry the half-open interval [sum before, sum after)", () => {
    fc.assert(
      fc.property(seeds(), fc.boolean(), (seed, replace) => {
        const u = uniform(randomFromSeed(seed));
        const [index] = choice(randomFromSeed(seed), 2, { size: 1, replace, probabilities: [u, 1 - u] });
        expect(index).toBe(1);
      }),
    );
  });

  // Where uniform(random) is 0: see its tests.
  test("passes over a probability of 0 when the uniform number is 0", () => {
    for (const replace of [true, false]) {
      const random = { ...randomFromSeed(0), counter: 2953049694134806 };
      expect(choice(random, 3, { replace, probabilities: [0, 1, 0] })).toBe(1);
    }
  });

  test("never draws a probability of 0, and draws all others in the end, however small", () => {
    const weight = fc.oneof(fc.constant(0), fc.constant(Number.MIN_VALUE), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(seeds(), fc.array(weight, { minLength: 1, maxLength: 8 }), (seed, weights) => {
        const total = weights.reduce((sum, value) => sum + value, 0);
        fc.pre(total > 1e-9);
        const p = weights.map((value) => value / total);
        const positive = p.flatMap((value, i) => (value > 0 ? [i] : []));
        const all = choice(randomFromSeed(seed), p.length, { size: positive.length, replace: false, probabilities: p });
        expect(Array.from(all).sort((a, b) => a - b)).toEqual(positive);
        const some = choice(randomFromSeed(seed), p.length, { size: 5, probabilities: p });
        expect(positive).toEqual(expect.arrayContaining(Array.from(some)));
      }),
    );
  });
});

describe("choice(random, n or list, options) refuses, as NumPy does,", () => {
  const random = randomFromSeed(1);

  test("an empty population, unless nothing is drawn", () => {
    expect(() => choice(random, [])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: choice: the list is empty; there is nothing to choose from]`,
    );
    expect(() => choice(random, 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: choice: n is 0; it must be a whole number in [1, 2^31)]`,
    );
    expect(() => choice(random, -1, { size: 2 })).toThrow(RangeError);
    expect(() => choice(random, 2.5)).toThrow(RangeError);
    expect(choice(random, [], { size: 0 })).toEqual([]);
    expect(choice(random, 0, { size: 0 })).toEqual(new Int32Array(0));
  });

  test("a size that is none", () => {
    expect(() => choice(random, 3, { size: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: choice: size is -1; it must be made of whole numbers from 0]`,
    );
    expect(() => choice(random, 3, { size: [2, 0.5] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: choice: size is 2,0.5; it must be made of whole numbers from 0]`,
    );
  });

  test("probabilities of another number, negative, NaN, or not summing to 1", () => {
    const refuses = (n: number, p: readonly number[]) => expect(() => choice(random, n, { probabilities: p }));
    refuses(3, [0.5, 0.5]).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: choice: 2 probabilities for 3 entries; there must be one for each]`,
    );
    refuses(2, [1.5, -0.5]).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: choice: probability 1 is -0.5; it must be a number from 0 to 1]`,
    );
    refuses(2, [Number.NaN, 1]).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: choice: probability 0 is NaN; it must be a number from 0 to 1]`,
    );
    refuses(2, [0.5, 0.6]).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: choice: the probabilities sum to 1.1, not to 1; divide each by their sum]`,
    );
    refuses(2, [0.5, Number.POSITIVE_INFINITY]).toThrow(RangeError);
  });

  test("more draws without replacement than there are", () => {
    expect(() => choice(random, 3, { size: 4, replace: false })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: choice: 4 draws without replacement from 3 entries; there are too few]`,
    );
    const one = { size: 2, replace: false, probabilities: [1, 0, 0] };
    expect(() => choice(random, 3, one)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: choice: 2 draws without replacement, but only 1 of 3 entries have a probability above 0]`,
    );
    expect(() => choice(random, 3, { size: [2, 2], replace: false })).toThrow(RangeError);
  });

  test("but takes a sum that rounding blurs: 1.5e-8 off in double precision, 3e-4 in single", () => {
    expect(choice(random, 2, { probabilities: [0.5, 0.50000001] })).toBeLessThan(2);
    expect(choice(random, 2, { probabilities: Float32Array.of(0.5, 0.5003) })).toBeLessThan(2);
    expect(() => choice(random, 2, { probabilities: [0.5, 0.5003] })).toThrow(RangeError);
  });
});
