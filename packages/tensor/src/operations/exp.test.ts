import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exp } from "./exp.js";

describe("exp(x)", () => {
  test("is exact where the answer is simple", () => {
    expect([0, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN].map(exp)).toEqual([
      1,
      1,
      Number.POSITIVE_INFINITY,
      0,
      Number.NaN,
    ]);
    expect(Math.abs(exp(1) - Math.E)).toBeLessThanOrEqual(2 * Number.EPSILON);
  });

  test("agrees with Math.exp to the errors that both may have, over all doubles", () => {
    fc.assert(
      fc.property(fc.double({ min: -708, max: 709.7, noNaN: true }), (x) => {
        // In halves of the last place, 1.75 for ours (see tanh's doc), 2 for theirs, 1 for the quotient.
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(2.5 * Number.EPSILON);
      }),
      { numRuns: 10_000 },
    );
  });

  test("fades to 0 through the subnormal numbers, and overflows where Math.exp does", () => {
    expect(exp(-745)).toBe(5e-324);
    expect(exp(-720)).toBeCloseTo(Math.exp(-720), 320);
    expect(exp(-746.1)).toBe(0);
    expect(exp(709.78)).toBeLessThan(Number.MAX_VALUE);
    expect(exp(709.79)).toBe(Number.POSITIVE_INFINITY);
  });

  test("keeps the bits that it has always had", () => {
    const bits = (x: number) => new BigUint64Array(Float64Array.of(exp(x)).buffer)[0].toString(16);
    expect([-30.25, -1.7, -0.1, 0.3, 12.34].map(bits)).toEqual([
      "3d34835bd010a41b",
      "3fc7622c78a98a07",
      "3fecf46d99d52b3a",
      "3ff599058c8c1a96",
      "410be9af9dcff5f0",
    ]);
  });
});
