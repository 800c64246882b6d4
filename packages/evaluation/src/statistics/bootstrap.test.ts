import { randomFromSeed } from "@wordloom/random";
import { describe, expect, test } from "vitest";
import { bootstrapSettings, drawWeights, percentileInterval } from "./bootstrap.js";

describe("percentileInterval(figures, confidence)", () => {
  test("interpolates between figures as NumPy does", () => {
    // NumPy 1.24.2: np.percentile([3, 1, 4, 1, 5, 9, 2, 6], [5, 95]).
    const interval = percentileInterval(Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6), 0.9);
    expect(interval?.low).toBeCloseTo(1, 12);
    expect(interval?.high).toBeCloseTo(7.95, 12);
    expect(percentileInterval(Float64Array.of(10, 30, 20), 0.5)).toEqual({ low: 15, high: 25 });
  });

  test("leaves out resamples that have no figure", () => {
    const some = percentileInterval(Float64Array.of(Number.NaN, 10, 30, Number.NaN, 20), 0.5);
    expect(some).toEqual({ low: 15, high: 25 });
  });

  test("is null where all figures are the same, or there are none", () => {
    expect(percentileInterval(Float64Array.of(1, 1, Number.NaN), 0.95)).toBe(null);
    expect(percentileInterval(Float64Array.of(Number.NaN), 0.95)).toBe(null);
  });
});

describe("drawWeights(out, random)", () => {
  test("draws as many units as there are, each as likely as the others", () => {
    const random = randomFromSeed(1);
    const weights = new Uint32Array(5);
    const totals = [0, 0, 0, 0, 0];
    for (let r = 0; r < 2000; r++) {
      drawWeights(weights, random);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(5);
      for (const [unit, weight] of weights.entries()) totals[unit] += weight;
    }
    // 10,000 draws, a fifth each: standard deviation 40.
    for (const total of totals) expect(Math.abs(total - 2000)).toBeLessThan(160);
  });
});

describe("bootstrapSettings(caller, options)", () => {
  test("draws 2,000 resamples for 95 % unless told otherwise", () => {
    expect(bootstrapSettings("evaluate", {})).toEqual({ resamples: 2000, confidence: 0.95 });
  });

  test("refuses what gives no interval", () => {
    expect(() => bootstrapSettings("evaluateAnalogies", { resamples: 99 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: evaluateAnalogies: resamples is 99; it must be a whole number, at least 100]`,
    );
    expect(() => bootstrapSettings("evaluateAnalogies", { confidence: 95 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: evaluateAnalogies: confidence is 95; it must be in (0, 1), such as 0.95]`,
    );
    expect(() => bootstrapSettings("evaluateAnalogies", { resamples: 1000.5 })).toThrow("resamples is 1000.5");
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY, -1, 0, "0.5", null] as number[]) {
      const found = typeof odd === "string" ? '"0.5"' : String(odd);
      expect(() => bootstrapSettings("mine", { confidence: odd })).toThrow(
        `mine: confidence is ${found}; it must be in (0, 1)`,
      );
      expect(() => bootstrapSettings("mine", { resamples: odd })).toThrow(
        `mine: resamples is ${found}; it must be a whole`,
      );
    }
  });
});
