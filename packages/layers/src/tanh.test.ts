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
  test("is within 4e-16 of Math.tanh, relatively, from the tiniest numbers to both ends", () => {
    const numbers = fc.oneof(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(numbers, (x) => {
        expect(Math.abs(hyperbolicTangent(x) - Math.tanh(x))).toBeLessThanOrEqual(4e-16 * Math.abs(Math.tanh(x)));
      }),
      { numRuns: 5000 },
    );
    expect([hyperbolicTangent(800), hyperbolicTangent(-800), hyperbolicTangent(1e-300)]).toEqual([1, -1, 1e-300]);
    expect(hyperbolicTangent(Number.NaN)).toBeNaN();
  });

  test("is 2σ(2x) − 1", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (x) => {
        expect(Math.abs(hyperbolicTangent(x) - (2 * logistic(2 * x) - 1))).toBeLessThan(1e-15);
      }),
    );
  });
});
