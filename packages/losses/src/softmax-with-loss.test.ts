import { ids, matrix, zeros } from "@wordloom/tensor";
import { describe, expect, test } from "vitest";
import { softmaxWithLoss } from "./softmax-with-loss.js";

describe("softmaxWithLoss(logits, targets)", () => {
  test("is log V where nothing is known", () => {
    expect(softmaxWithLoss(zeros([2, 5], "f64"), ids([2], [0, 4])).value).toBeCloseTo(Math.log(5), 15);
  });

  test("averages −log of the target's probability over the batch", () => {
    // softmax of (log 1, log 2, log 5) is (1/8, 2/8, 5/8).
    const logits = matrix(
      [
        [0, Math.log(2), Math.log(5)],
        [0, Math.log(2), Math.log(5)],
      ],
      "f64",
    );
    expect(softmaxWithLoss(logits, ids([2], [0, 2])).value).toBeCloseTo(-(Math.log(1 / 8) + Math.log(5 / 8)) / 2, 14);
  });

  test("does not change when a constant is added to all logits, and is finite at ±800", () => {
    const at = (x: number) => softmaxWithLoss(matrix([[x, x + 1]], "f64"), ids([1], [1])).value;
    expect(at(800)).toBeCloseTo(at(0), 12);
    expect(at(-800)).toBeCloseTo(at(0), 12);
    expect(softmaxWithLoss(matrix([[800, -800]], "f64"), ids([1], [1])).value).toBe(1600);
  });

  test("sends back (softmax − one-hot) / B, which sums to zero over each line", () => {
    const logits = matrix(
      [
        [0, Math.log(3)],
        [0, 0],
      ],
      "f64",
    );
    const { data } = softmaxWithLoss(logits, ids([2], [0, 1])).backward();
    expect([...data]).toEqual([-0.375, 0.375, 0.25, -0.25].map((value) => expect.closeTo(value, 15)));
  });

  test("takes the steps of sequences as so many lines", () => {
    const data = Float64Array.of(0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144);
    const steps = softmaxWithLoss({ shape: [2, 2, 3], data }, ids([2, 2], [0, 2, 1, 1]));
    const lines = softmaxWithLoss({ shape: [4, 3], data }, ids([4], [0, 2, 1, 1]));
    expect(steps.value).toBe(lines.value);
    expect(steps.backward()).toEqual({ shape: [2, 2, 3], data: lines.backward().data });
  });

  test("names what does not fit", () => {
    expect(() => softmaxWithLoss(zeros([2, 3]), ids([3], [0, 0, 0]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: softmaxWithLoss: targets is [3], expected [2]]`,
    );
    expect(() => softmaxWithLoss(zeros([1, 3]), ids([1], [3]))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: softmaxWithLoss: id 3 at [0] is outside the 3 rows of "classes"; was the corpus encoded with this vocabulary?]`,
    );
    expect(() => softmaxWithLoss(zeros([0, 3]), ids([0], []))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: softmaxWithLoss: the batch is empty]`,
    );
  });
});
