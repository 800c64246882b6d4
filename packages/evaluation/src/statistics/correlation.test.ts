import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pearson, spearman } from "./correlation.js";

// SciPy 1.10.1: stats.pearsonr and stats.spearmanr of the same lists.
const x = [1, 2, 2, 3, 5, 4];
const y = [2, 1, 3, 3, 6, 6];

describe("pearson(x, y)", () => {
  test("agrees with SciPy", () => {
    expect(pearson([1, 2, 3], [1, 2, 4])).toBeCloseTo(0.9819805060619655, 15);
    expect(pearson(x, y)).toBeCloseTo(0.8845726053279068, 15);
  });

  test("is 1 for a rising line, −1 for a falling one", () => {
    expect(pearson([1, 2, 3], [5, 7, 9])).toBe(1);
    expect(pearson([1, 2, 3], [-1, -2, -3])).toBe(-1);
  });

  test("is null where it has no meaning", () => {
    expect([pearson([], []), pearson([1], [2]), pearson([1, 1], [1, 2]), pearson([1, 2], [3, 3])]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test("is null for a constant whose mean is rounded", () => {
    expect(pearson([0.1, 0.1, 0.1], [1, 2, 4])).toBe(null);
    expect(spearman([1, 2, 4], [0.1, 0.1, 0.1])).toBe(null);
  });

  test("refuses lists of different lengths", () => {
    expect(() => pearson([1], [1, 2])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: pearson: 1 numbers and 2; they come in pairs]`,
    );
    expect(() => spearman([1], [])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: spearman: 1 numbers and 0; they come in pairs]`,
    );
  });
});

describe("spearman(x, y)", () => {
  test("agrees with SciPy, ties included", () => {
    expect(spearman(x, y)).toBeCloseTo(0.8508410434878082, 15);
  });

  test("gives equal entries the average of their ranks", () => {
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: covariance 4.5, squares 4.5 and 5.
    expect(spearman([1, 2, 2, 9], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 15);
  });

  test("depends on the order alone", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })));
    fc.assert(
      fc.property(pairs, (pairs) => {
        const [a, b] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        expect(spearman(a.map(Math.exp), b)).toBe(spearman(a, b));
        expect(spearman(b, a)).toBe(spearman(a, b));
      }),
    );
  });
});
