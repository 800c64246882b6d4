import { randomFromSeed, uniform } from "@wordloom/random";
import { arrayMatchers, chiSquareScore, idsIn, seeds } from "@wordloom/testing";
import type {} from "@wordloom/testing/vitest";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keepProbability, subsample } from "./subsample.js";

expect.extend(arrayMatchers);

describe("keepProbability(count, total, threshold)", () => {
  test("is (√(f/t) + 1) · t/f", () => {
    // f/t = 4: (2 + 1) / 4. f/t = 100: (10 + 1) / 100.
    expect(keepProbability(400, 10_000, 1e-2)).toBeCloseTo(0.75, 15);
    expect(keepProbability(1_000, 10_000, 1e-3)).toBeCloseTo(0.11, 15);
  });

  test("is word2vec.c's expression, (sqrt(cn / (sample · words)) + 1) · (sample · words) / cn, where that is below 1", () => {
    const sizes = fc.record({
      count: fc.integer({ min: 1, max: 1e6 }),
      more: fc.nat(1e9),
      threshold: fc.constantFrom(1e-3, 1e-5),
    });
    fc.assert(
      fc.property(sizes, ({ count, more, threshold }) => {
        const total = count + more;
        const ran = ((Math.sqrt(count / (threshold * total)) + 1) * (threshold * total)) / count;
        expect(keepProbability(count, total, threshold)).toBeCloseTo(Math.min(1, ran), 12);
      }),
    );
  });

  test("keeps every word up to f/t = ((1 + √5) / 2)², the square of the golden ratio, and none above", () => {
    const golden = ((1 + Math.sqrt(5)) / 2) ** 2;
    expect(keepProbability(golden * (1 - 1e-9), 1e5, 1e-5)).toBe(1);
    expect(keepProbability(golden * (1 + 1e-9), 1e5, 1e-5)).toBeLessThan(1);
  });

  test("is 1 for a threshold of 0 and for a word that does not occur", () => {
    expect(keepProbability(5, 10, 0)).toBe(1);
    expect(keepProbability(0, 10, 1e-3)).toBe(1);
    expect(keepProbability(0, 0, 0)).toBe(1);
  });

  test.each([
    [Number.NaN, "they must be finite numbers, none may be negative"],
    [Number.POSITIVE_INFINITY, "they must be finite numbers, none may be negative"],
    [-1, "they must be finite numbers, none may be negative"],
    ["5", "is a string; it is called with a count, the total and a threshold"],
    ["1,2", "is a string; it is called with"],
    [null, "is null; it is called with"],
    [5n, "is a bigint; it is called with"],
    [[1, 2], "is an array; it is called with"],
    [Float64Array.of(1, 2), "is a Float64Array; it is called with"],
    [new Set([1, 2]), "is a Set; it is called with"],
  ])("refuses %s wherever a number belongs", (odd, message) => {
    const x = odd as number;
    expect(() => keepProbability(x, 10, 1e-3)).toThrow(message);
    expect(() => keepProbability(1, x, 1e-3)).toThrow(message);
    expect(() => keepProbability(1, 10, x)).toThrow(message);
  });

  test("refuses counts that cannot be", () => {
    expect(() => keepProbability(11, 10, 1e-3)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: keepProbability: count 11 of 10 words with threshold 0.001; they must be finite numbers, none may be negative, and no count above the total]`,
    );
    expect(() => keepProbability(-1, 10, 1e-3)).toThrow(RangeError);
    expect(() => keepProbability(1, 10, Number.NaN)).toThrow(RangeError);
    expect(() => keepProbability(1, 10, -1e-3)).toThrow(RangeError);
  });
});

describe("subsample(ids, keep, random)", () => {
  test("keeps all of chance 1 and none of chance 0, in order", () => {
    expect(subsample([2, 0, 1, 0, 2], [0, 1, 1], randomFromSeed(1))).toEqual(Int32Array.of(2, 1, 2));
    expect(subsample([], [1], randomFromSeed(1))).toEqual(new Int32Array(0));
  });

  test("decides each position by the number in that place of the stream", () => {
    fc.assert(
      fc.property(idsIn(3, [20]), seeds(), ({ data: ids }, seed) => {
        const keep = [0.2, 0.5, 1];
        const stream = randomFromSeed(seed);
        const expected = Array.from(ids).filter((id) => uniform(stream) < keep[id]);
        const random = randomFromSeed(seed);
        expect(Array.from(subsample(ids, keep, random))).toEqual(expected);
        expect(random.counter).toBe(20);
      }),
    );
  });

  // One seed in a million would fail by chance.
  test("keeps that many of each word as its chance says", () => {
    const keep = [0.11, 0.75];
    const ids = Int32Array.from({ length: 100_000 }, (_, position) => position % 2);
    const kept = subsample(ids, keep, randomFromSeed(3));
    const zeros = kept.filter((id) => id === 0).length;
    const ones = kept.length - zeros;
    const counts = [zeros, 50_000 - zeros, ones, 50_000 - ones];
    expect(chiSquareScore(counts, [0.055, 0.445, 0.375, 0.125])).toBeLessThan(4.75);
  });

  test("names an id without a chance and its position", () => {
    expect(() => subsample([0, 7], [1, 1], randomFromSeed(1))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: subsample: id 7 at 1 has chance undefined; keep has 2 words]`,
    );
    expect(() => subsample([0], [Number.NaN], randomFromSeed(1))).toThrow(RangeError);
  });
});
