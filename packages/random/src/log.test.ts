import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { log } from "./log.js";

const relativeError = (x: number): number => Math.abs(log(x) - Math.log(x)) / Math.abs(Math.log(x));

describe("log(x)", () => {
  test("is within 1e-15 of Math.log, relatively, for any positive double", () => {
    const positive = fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true }).filter((x) => x !== 1);
    fc.assert(
      fc.property(positive, (x) => relativeError(x) < 1e-15),
      { numRuns: 2000 },
    );
  });

  test("is within 1e-15 in the tails of a normal, which call it, and close to 1", () => {
    for (let i = 1; i <= 20_000; i++) {
      expect(relativeError(0.075 * (i / 20_000) ** 9)).toBeLessThan(1e-15);
      expect(relativeError(1 + (i - 10_000.5) / 10_000 / 4)).toBeLessThan(1e-15);
    }
    expect(relativeError(2 ** -54)).toBeLessThan(1e-15);
    expect(relativeError(1 + Number.EPSILON)).toBeLessThan(1e-15);
  });

  test("is exact where it can be", () => {
    expect(log(1)).toBe(0);
    expect(log(2)).toBe(Math.LN2);
    expect(log(2 ** -54)).toBe(-54 * Math.LN2);
  });
});
