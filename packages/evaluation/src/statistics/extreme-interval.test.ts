import { describe, expect, test } from "vitest";
import { extremeInterval } from "./extreme-interval.js";

describe("extremeInterval(share, observations, confidence)", () => {
  test("is that of Clopper and Pearson", () => {
    // scipy.stats.binomtest(0, n).proportion_ci(method="exact"): 1 − 0.025^(1/n).
    expect(extremeInterval("none", 1, 0.95)).toEqual({ low: 0, high: 0.975 });
    expect(extremeInterval("none", 10, 0.95).high).toBeCloseTo(0.3084971, 7);
    expect(extremeInterval("none", 100, 0.95).high).toBeCloseTo(0.0362167, 7);
    expect(extremeInterval("all", 10, 0.95)).toEqual({ low: expect.closeTo(0.6915029, 7), high: 1 });
  });

  test("has at its other end a share that gives such a result with the chance α / 2", () => {
    for (const n of [1, 2, 7, 50]) {
      const { high } = extremeInterval("none", n, 0.9);
      expect((1 - high) ** n).toBeCloseTo(0.05, 12);
      expect(extremeInterval("all", n, 0.9).low).toBeCloseTo(1 - high, 12);
    }
  });
});
