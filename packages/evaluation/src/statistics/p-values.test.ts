import { describe, expect, test } from "vitest";
import { incompleteBeta } from "./incomplete-beta.js";
import { correlationP, mcNemarP } from "./p-values.js";

describe("correlationP(r, n)", () => {
  // SciPy 1.10.1: 2 * stats.t.sf(abs(r) * sqrt((n - 2) / ((1 + r) * (1 - r))), n - 2).
  test.each([
    [0.5, 30, 0.004899933667068092],
    [-0.9, 12, 6.644441406249992e-5],
    [0.01, 3000, 0.5840297865002684],
    [0.4370883, 2938, 2.2848962354863603e-137],
    [0.999, 5, 3.795497437340144e-5],
    [0.05, 4, 0.95],
    [0, 7, 1],
    [1, 4, 0],
  ])("agrees with SciPy: r %d, n %d", (r, n, p) => {
    expect(Math.abs((correlationP(r, n) ?? Number.NaN) - p)).toBeLessThanOrEqual(1e-11 * p);
  });

  test("is null where there is no degree of freedom", () => {
    expect([correlationP(1, 2), correlationP(0, 0)]).toEqual([null, null]);
  });
});

describe("mcNemarP(onlyA, onlyB)", () => {
  // SciPy 1.10.1: stats.binomtest(a, a + b).pvalue.
  test.each([
    [3, 10, 0.09228515625],
    [10, 3, 0.09228515625],
    [0, 5, 0.0625],
    [5, 5, 1],
    [100, 150, 0.0018833009350761704],
    [1, 0, 1],
    [700, 900, 6.319484959450108e-7],
    [0, 0, 1],
  ])("agrees with SciPy: %d and %d", (a, b, p) => {
    expect(Math.abs(mcNemarP(a, b) - p)).toBeLessThanOrEqual(1e-10 * p);
  });
});

describe("incompleteBeta(x, a, b)", () => {
  test("is x for a = b = 1, and polynomials for small whole numbers", () => {
    for (const x of [0, 1e-9, 0.2, 0.5, 0.99, 1]) {
      expect(incompleteBeta(x, 1, 1)).toBeCloseTo(x, 14);
      expect(incompleteBeta(x, 2, 1)).toBeCloseTo(x * x, 14);
      expect(incompleteBeta(x, 2, 2)).toBeCloseTo(x * x * (3 - 2 * x), 14);
    }
  });

  test("mirrors", () => {
    for (const [x, a, b] of [
      [0.3, 0.5, 7],
      [0.8, 900, 200],
      [0.5, 20_000, 20_001],
    ]) {
      expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 10);
    }
  });
});
