import { arrayMatchers, seeds } from "@wordloom/testing";
import type {} from "@wordloom/testing/vitest";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normal, normals } from "./normal.js";
import { normalQuantile } from "./normal-quantile.js";
import { randomFromSeed } from "./random.js";
import { uniform } from "./uniform.js";

expect.extend(arrayMatchers);

describe("normalQuantile(q)", () => {
  // √2 · erfinv(2q) in 40 digits, mpmath 1.3.0, at q = ½ − 2^−e: all three ranges.
  test.each([
    [2, 0.6744897501960817],
    [4, 1.5341205443525463],
    [10, 3.0972690781987846],
    [20, 4.7630010342678135],
    [30, 6.009353565530744],
    [38, 6.8521276658960675],
    [54, 8.292361075813595],
  ])("is within 1e-15 of the quantile at ½ − 2^−%i", (e, expected) => {
    expect(Math.abs(normalQuantile(0.5 - 2 ** -e) / expected - 1)).toBeLessThan(1e-15);
  });

  test("is 0 in the middle, odd, and continuous where the ranges meet", () => {
    expect(normalQuantile(0)).toBe(0);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.5 - 2 ** -54, noNaN: true }), (q) => {
        expect(normalQuantile(-q)).toBe(-normalQuantile(q));
      }),
    );
    const far = 0.5 - Math.exp(-25);
    for (const q of [0.425, far]) {
      expect(normalQuantile(q * (1 + 1e-15)) / normalQuantile(q * (1 - 1e-15))).toBeCloseTo(1, 4);
    }
  });
});

describe("normal(random)", () => {
  test("gives the same numbers for seed 42 in every version", () => {
    const random = randomFromSeed(42);
    const values = [normal(random), normal(random), normal(random)];
    // To the bit; and the same uniform numbers through √2 · erfinv(2q) of mpmath 1.3.0.
    expect(values).toEqual([1.1219041244277286, -1.03372482873297, 0.05095839217295037]);
    expect(values).toBeCloseToArray([1.1219041244277286, -1.0337248287329697, 0.05095839217295035], 1e-15);
  });

  test("is the quantile of the middle of the uniform number's interval, and takes one block", () => {
    fc.assert(
      fc.property(seeds(), (seed) => {
        const random = randomFromSeed(seed);
        const value = normal(random);
        expect(random.counter).toBe(1);
        expect(value).toBe(normalQuantile(uniform(randomFromSeed(seed)) - 0.5 + 2 ** -54));
      }),
    );
  });

  // Where uniform(random) is 0 and 1 − 2^−53: see its tests.
  test("is finite and symmetric at both ends of the uniform numbers", () => {
    expect(normal({ ...randomFromSeed(0), counter: 2953049694134806 })).toBe(normalQuantile(2 ** -54 - 0.5));
    expect(normal({ ...randomFromSeed(2), counter: 469632573590535 })).toBe(normalQuantile(0.5 - 2 ** -54));
  });
});

describe("normals(random, count or out, { mean, std })", () => {
  test("makes that many doubles, or fills what it is given", () => {
    const singles = new Float32Array(5);
    expect(normals(randomFromSeed(1), singles)).toBe(singles);
    expect(normals(randomFromSeed(1), 5)).toBeInstanceOf(Float64Array);
    expect(singles).toEqual(Float32Array.from(normals(randomFromSeed(1), 5)));
    expect(normals(randomFromSeed(1), 0)).toHaveLength(0);
  });

  test("moves and stretches standard normals", () => {
    const standard = normals(randomFromSeed(2), 4);
    const moved = normals(randomFromSeed(2), 4, { mean: 3, std: 0.5 });
    expect(moved).toEqual(standard.map((value) => 3 + 0.5 * value));
    expect(normals(randomFromSeed(2), 2, { mean: 7, std: 0 })).toEqual(Float64Array.of(7, 7));
  });

  // Each moment is a mean over N = 10^6 draws: within 5 standard errors, which a right generator exceeds at 5.7 seeds in
  // 10^7, so one of the four at no more than 2.3 in 10^6, and a little more as x⁴ has heavier tails than a normal. The
  // seed is fixed: what passes once passes always.
  test("has the moments of a normal: mean 0, variance 1, skewness 0, kurtosis 3", () => {
    const N = 1_000_000;
    const values = normals(randomFromSeed(3), N);
    const moment = (power: number): number => values.reduce((sum, value) => sum + value ** power, 0) / N;
    // The standard error of the mean of x^k is √((E x^2k − (E x^k)²) / N), with E x², x⁴, x⁶, x⁸ = 1, 3, 15, 105.
    expect(Math.abs(moment(1))).toBeLessThan(5 * Math.sqrt(1 / N));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * Math.sqrt(2 / N));
    expect(Math.abs(moment(3))).toBeLessThan(5 * Math.sqrt(15 / N));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(5 * Math.sqrt(96 / N));
  });

  test("refuses a spread that is none", () => {
    const random = randomFromSeed(1);
    expect(() => normals(random, 2, { std: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: normals: mean is 0 and std is -1; both must be finite and std not negative]`,
    );
    expect(() => normals(random, 2, { mean: Number.NaN })).toThrow(RangeError);
    expect(() => normals(random, 2, { std: Number.POSITIVE_INFINITY })).toThrow(RangeError);
    expect(() => normals(random, -1)).toThrow(RangeError);
  });
});
