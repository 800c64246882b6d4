import { matrix } from "@wordloom/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logistic, sigmoid } from "./sigmoid.js";

describe("sigmoid()", () => {
  test("is 1/2 at 0, where its slope is 1/4", () => {
    const { output, backward } = sigmoid().forward(matrix([[0]], "f64"));
    expect(output.data[0]).toBe(0.5);
    expect(backward(matrix([[2]], "f64")).data[0]).toBe(0.5);
  });
});

describe("logistic(x)", () => {
  test("is finite and right at both ends", () => {
    expect(logistic(800)).toBe(1);
    expect(logistic(-700)).toBeCloseTo(Math.exp(-700), 310);
    expect(logistic(-700)).toBeGreaterThan(0);
    expect(logistic(-800)).toBe(0);
  });

  test("mirrors: σ(x) + σ(−x) = 1", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (x) => {
        expect(Math.abs(logistic(x) + logistic(-x) - 1)).toBeLessThan(1e-15);
      }),
    );
  });
});
