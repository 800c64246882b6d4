import { matrix } from "@wordloom/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logistic } from "./sigmoid.js";
import { hyperbolicTangent, tanh } from "./tanh.js";

describe("tanh()", () => {
  test("is 0 at 0, where its slope is 1, and 0.6 at log 2, where it is 0.64", () => {
    // tanh(log 2) = (2 − ½) / (2 + ½).
    const { output, backward } = tanh().forward(matrix([[0, Math.log(2)]], "f64"));
    expect([...output.data]).toEqual([0, expect.closeTo(0.6, 15)]);
    expect([...backward(matrix([[3, 100]], "f64")).data]).toEqual([3, expect.closeTo(64, 13)]);
  });
});

describe("hyperbolicTangent(x)", () => {
  test("is within 6e-16 of the true value, relatively, from the tiniest numbers to both ends", () => {
    const critical = fc.double({ min: 0.29, max: 0.41, noNaN: true });
    const numbers = fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ noNaN: true }), critical);
    fc.assert(
      fc.property(numbers, (x) => {
        expect(errorOf(hyperbolicTangent(x), x)).toBeLessThan(6e-16);
      }),
      { numRuns: 3000 },
    );
    expect([hyperbolicTangent(800), hyperbolicTangent(-800), hyperbolicTangent(1e-300)]).toEqual([1, -1, 1e-300]);
    expect(hyperbolicTangent(Number.NaN)).toBeNaN();
  });

  test("has an error that is measured rightly", () => {
    // Python's decimal, with 60 digits, has these errors of two doubles near tanh ½.
    expect(errorOf(0.46211715726000974, 0.5) / 4.74265083949903e-17).toBeCloseTo(1, 10);
    expect(errorOf(0.46211715726000974 + 2 ** -51, 0.5) / 9.13561853264553e-16).toBeCloseTo(1, 10);
  });

  test("is 2σ(2x) − 1", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (x) => {
        // 6e-16 for the one; for the other, twice 2.9 roundings of the logistic function, and that of the difference.
        expect(Math.abs(hyperbolicTangent(x) - (2 * logistic(2 * x) - 1))).toBeLessThan(1.4e-15);
      }),
    );
  });
});

/** Bits behind the point: enough for the 53 of the smallest double, and a hundred more. */
const PLACES = 1300n;
const ONE = 1n << PLACES;

/**
 * The relative error of y as the tangent of x, by whole numbers of 1,300 bits: `tanh |x| = (1 − e) / (1 + e)`, where `e` is the
 * exponential series of `−2|x| / 1024`, squared ten times.
 */
function errorOf(y: number, x: number): number {
  if (x === 0 || Math.abs(x) > 400) return Math.abs(y - Math.sign(x));
  const part = inPlaces(-2 * Math.abs(x)) >> 10n;
  let e = ONE;
  for (let term = ONE, n = 1n; term > 1n || term < -1n; n++) {
    term = ((term * part) >> PLACES) / n;
    e += term;
  }
  for (let i = 0; i < 10; i++) e = (e * e) >> PLACES;
  const difference = ((inPlaces(Math.abs(y)) * (ONE + e)) >> PLACES) - (ONE - e);
  const size = difference < 0n ? -difference : difference;
  return Math.sign(y) === Math.sign(x) ? Number((size << 200n) / (ONE - e)) / 2 ** 200 : 2;
}

/** Exact: a double is a whole number times a power of two. */
function inPlaces(x: number): bigint {
  let exponent = 0;
  let whole = x;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    exponent++;
  }
  return (BigInt(whole) << PLACES) >> BigInt(exponent);
}
