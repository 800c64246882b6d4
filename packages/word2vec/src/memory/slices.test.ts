import { describe, expect, test } from "vitest";
import { slices, usefulThreads } from "./slices.js";

describe("usefulThreads(D)", () => {
  // Whole vectors of four dimensions: of one or two it is not worth the while to share, and more than four threads have no use.
  test.each([
    [1, 1],
    [3, 1],
    [4, 1],
    [5, 1],
    [8, 1],
    [9, 3],
    [12, 3],
    [13, 4],
    [16, 4],
    [30, 4],
    [100, 4],
    [1000, 4],
  ])("of %i dimensions are %i, as many as get a slice, and no more", (D, threads) => {
    expect(usefulThreads(D)).toBe(threads);
    expect(slices(D, 1000)).toHaveLength(threads);
  });
});

describe("slices(D, threads)", () => {
  test("part every vector of four dimensions once, by whole quarters", () => {
    for (const D of [1, 5, 12, 13, 16, 30, 100]) {
      for (const threads of [1, 2, 3, 4, 9]) {
        const parts = slices(D, threads);
        const starts = parts.flatMap((part) => part.starts).toSorted((a, b) => a - b);
        expect(starts).toEqual(Array.from({ length: Math.ceil(D / 4) }, (_, v) => 4 * v));
        expect(parts.reduce((sum, { quarters }) => sum + quarters, 0)).toBe(4);
      }
    }
  });

  test("have the quarters' vectors in turn", () => {
    expect(slices(20, 2)).toEqual([
      { quarters: 2, starts: [0, 4, 16] },
      { quarters: 2, starts: [8, 12] },
    ]);
  });
});
