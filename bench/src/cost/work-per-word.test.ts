import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { laneRows } from "./lane-rows.ts";
import { laneVisits, meanContexts, workPerWord } from "./work-per-word.ts";

describe("meanContexts(window)", () => {
  test("is the mean over all radii, both sides", () => {
    const radii = [1, 2, 3, 4, 5];
    expect(meanContexts(5)).toBe(radii.reduce((sum, radius) => sum + 2 * radius, 0) / radii.length);
  });
});

describe("workPerWord(model, window, negatives)", () => {
  test("of CBOW at window 5, K 5 is 12 rows and 50 operations a dimension", () => {
    // 6 contexts: 5 additions and a multiplication for the mean and one to spare, and as much for adding to them.
    expect(workPerWord("cbow", 5, 5)).toEqual({ rows: 12, operationsPerDimension: 2 * 7 + 6 * 6 });
  });

  test("of skip-gram does the output part for each context, on the same rows", () => {
    expect(workPerWord("skip-gram", 5, 5)).toEqual({ rows: 12, operationsPerDimension: 6 * 36 + 6 });
  });
});

describe("laneVisits(V, window, negatives, shape)", () => {
  test("adds up to the rows of a word, the most visited first, and to the rows of a lane", () => {
    const size = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(size, fc.integer({ min: 1, max: 10 }), size, size, (V, window, laneWords, negativePool) => {
        const shape = { lanes: 8, laneWords, negativePool };
        const { visits, chances } = laneVisits(V, window, 5, shape);
        expect(visits.reduce((sum, each) => sum + each, 0)).toBeCloseTo(workPerWord("cbow", window, 5).rows, 9);
        expect(visits).toEqual(visits.toSorted((a, b) => b - a));
        const { input, output } = laneRows(V, window, shape);
        expect(chances.reduce((sum, each) => sum + each, 0)).toBeCloseTo(input + output, 6);
      }),
    );
  });
});
