import { describe, expect, test } from "vitest";
import { chiSquareScore } from "./chi-square-score.js";

describe("chiSquareScore(counts, probabilities)", () => {
  test("is the normal score of the chi-square distribution", () => {
    // Two cells of 500 ± a have X² = a² / 250; scipy.stats.chi2.isf(1e-6, 1) = 23.928 (SciPy 1.17.1), and the
    // score of a probability of 1e-6 is 4.753: the cube root falls short of it with one degree of freedom.
    const a = Math.sqrt(23.928 * 250);
    expect(chiSquareScore([500 + a, 500 - a], [0.5, 0.5])).toBeCloseTo(4.463, 3);
    // With 255 degrees of freedom, isf(1e-6) = 377.078: all the excess in one pair of 256 equal cells.
    const counts = new Float64Array(256).fill(1000);
    const excess = Math.sqrt((377.078 * 1000) / 2);
    counts[3] += excess;
    counts[7] -= excess;
    expect(chiSquareScore(counts, new Float64Array(256).fill(1 / 256))).toBeCloseTo(4.748, 3);
  });

  test("takes unequal probabilities", () => {
    // X² = (30 − 20)² / 20 + (70 − 80)² / 80 = 6.25; ∛6.25 = 1.8420, so z = (1.8420 − 7/9) / √(2/9).
    expect(chiSquareScore([30, 70], [0.2, 0.8])).toBeCloseTo(2.2577, 3);
  });

  test("leaves out cells that cannot come up, and is infinite if one does", () => {
    expect(chiSquareScore([30, 0, 70], [0.2, 0, 0.8])).toBe(chiSquareScore([30, 70], [0.2, 0.8]));
    expect(chiSquareScore([30, 1, 69], [0.2, 0, 0.8])).toBe(Number.POSITIVE_INFINITY);
  });

  test("refuses cells that do not fit or do not vary", () => {
    expect(() => chiSquareScore([1], [0.5, 0.5])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: chiSquareScore: 1 counts for 2 probabilities]`,
    );
    expect(() => chiSquareScore([9, 0], [1, 0])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: chiSquareScore: at least two cells must have a probability above 0]`,
    );
  });
});
