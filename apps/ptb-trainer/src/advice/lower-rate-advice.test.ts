import fc from "fast-check";
import { expect, test } from "vitest";
import { lowerRateAdvice } from "./lower-rate-advice.js";

test.each([
  [0.0717, 0.05, "0.03"],
  [0.02, 0.05, "0.01"],
  [50, 0.05, "0.05"],
  [1e300, 5, "5"],
  [0.001, 0.001, "0.0005"],
  [1e-9, 5, "5e-10"],
  // 0.3 / 0.1 is less than 3.
  [0.6, 5, "0.3"],
])("after %d, where no more than %d mostly works: %s", (rate, highest, tried) => {
  expect(lowerRateAdvice(rate, highest)).toBe(`a lower rate may help, such as --learning-rate ${tried}`);
});

test("is at most half the rate and more than a quarter of what it may be", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e6, noNaN: true }), (rate) => {
      const tried = Number(lowerRateAdvice(rate, 5).split(" ").at(-1));
      const half = Math.min(rate / 2, 5);
      expect(tried).toBeLessThanOrEqual(half * (1 + 1e-9));
      expect(tried).toBeGreaterThanOrEqual(half / 2);
    }),
  );
});
