import { describe, expect, test } from "vitest";
import { isSteady, steadyWordTime } from "./steady-word-time.ts";

/** One word a millisecond in the first half second, then another speed. */
const points = [0, 100, 400, 500, 600, 700, 800].map((milliseconds) => ({
  milliseconds: 1_000 + milliseconds,
  words: milliseconds < 500 ? milliseconds : 500 + 10_000 * (milliseconds - 500),
}));

describe("steadyWordTime(points)", () => {
  test("is nanoseconds a word, after half a second", () => {
    expect(steadyWordTime(points)).toBe(100);
  });

  test("takes no notice of a moment without progress", () => {
    const stalled = points.map((point, index) => (index === 6 ? { ...point, milliseconds: 90_000 } : point));
    expect(steadyWordTime(stalled)).toBe(100);
  });

  test("refuses points that end with the warm-up", () => {
    expect(() => steadyWordTime(points.slice(0, 4))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: steadyWordTime: 1 of 4 points come after the warm-up; run longer]`,
    );
  });
});

describe("isSteady(points, milliseconds)", () => {
  test("counts from the end of the warm-up", () => {
    expect(isSteady(points, 300)).toBe(true);
    expect(isSteady(points, 301)).toBe(false);
    expect(isSteady([], 0)).toBe(false);
  });
});
