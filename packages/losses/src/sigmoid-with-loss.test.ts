import { matrix, zeros } from "@wordloom/tensor";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sigmoidWithLoss } from "./sigmoid-with-loss.js";

describe("sigmoidWithLoss(logits, labels)", () => {
  test("is log 2 where the sigmoid is undecided", () => {
    expect(sigmoidWithLoss(matrix([[0, 0]], "f64"), matrix([[1, 0]], "f64")).value).toBe(Math.log(2));
  });

  test("is −log σ(x) for label 1 and −log(1 − σ(x)) for label 0", () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        const probability = 1 / (1 + Math.exp(-x));
        expect(lossOf(x, 1)).toBeCloseTo(-Math.log(probability), 10);
        // 1 − σ(x) = σ(−x), written so that it does not cancel for large x.
        expect(lossOf(x, 0)).toBeCloseTo(Math.log1p(Math.exp(x)), 10);
      }),
    );
  });

  test("stays finite at ±800, and keeps the tiny loss of a sure answer", () => {
    expect(lossOf(-800, 1)).toBe(800);
    expect(lossOf(800, 0)).toBe(800);
    expect(lossOf(40, 1)).toBeCloseTo(Math.exp(-40), 30);
    expect(lossOf(40, 1)).toBeGreaterThan(0);
  });

  test("sends back (y − t) / n: the book's (y − t) / B for one score each", () => {
    const logits = { shape: [2], data: Float64Array.of(0, Math.log(3)) };
    const labels = { shape: [2], data: Float64Array.of(1, 0) };
    const { data } = sigmoidWithLoss(logits, labels).backward();
    expect([...data]).toEqual([(0.5 - 1) / 2, expect.closeTo(0.75 / 2, 15)]);
  });

  test("names shapes that differ, precisions that differ, and an empty batch", () => {
    expect(() => sigmoidWithLoss(zeros([2]), zeros([2, 1]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: sigmoidWithLoss: labels is [2, 1], expected [2]]`,
    );
    expect(() => sigmoidWithLoss(zeros([2]), zeros([2], "f64"))).toThrow("one operand is f32, another f64");
    expect(() => sigmoidWithLoss(zeros([0, 3]), zeros([0, 3]))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: sigmoidWithLoss: there is no entry in [0, 3]; is the batch empty?]`,
    );
  });
});

function lossOf(x: number, label: number): number {
  return sigmoidWithLoss(matrix([[x]], "f64"), matrix([[label]], "f64")).value;
}
