import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { power } from "./power.js";

describe("power(x, exponent)", () => {
  test("is exact where it can be", () => {
    expect([power(16, 0.75), power(81, 0.5), power(3, 4), power(7, 1), power(7, 0), power(4, -0.5)]).toEqual([
      8, 9, 81, 7, 1, 0.5,
    ]);
  });

  test("is within 2e-14 of Math.pow, relatively, for counts and the exponents that are in use", () => {
    const counts = fc.integer({ min: 1, max: 1_000_000_000 });
    const exponents = fc.double({ min: -2, max: 3, noNaN: true });
    fc.assert(
      // A rest has 52 digits at most; each factor errs by two roundings of 2⁻⁵³, and its product by one.
      fc.property(counts, exponents, (x, exponent) => Math.abs(power(x, exponent) / x ** exponent - 1) < 2e-14),
      { numRuns: 2000 },
    );
  });

  test("ends for the smallest exponent", () => {
    expect(power(1e300, Number.MIN_VALUE)).toBe(1);
    expect(power(1e-300, Number.MIN_VALUE)).toBeCloseTo(1, 12);
  });
});
