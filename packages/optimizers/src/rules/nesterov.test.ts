import { type Parameter, parameter, touchAllRows, zeroGradients } from "@wordloom/tensor";
import { describe, expect, test } from "vitest";
import type { Optimizer } from "../optimizer.js";
import { nesterov } from "./nesterov.js";

describe("nesterov(learningRate, { momentum })", () => {
  test("goes to −1.5 and −3.25 by two gradients of 1, at rate 1 and momentum 1/2", () => {
    // v = −1, θ = −1/2 − 1; then v = −1/2 − 1, θ = −3/2 − 3/4 − 1.
    expect(pathOf(nesterov(1, { momentum: 0.5 }), [1, 1])).toEqual([-1.5, -3.25]);
  });

  test("is plain descent without momentum", () => {
    expect(pathOf(nesterov(0.5, { momentum: 0 }), [2, -4, 1])).toEqual([-1, 1, 0.5]);
  });

  test("refuses a momentum that would not fade", () => {
    expect(() => nesterov(1, { momentum: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: nesterov: momentum is 1; it must be in [0, 1)]`,
    );
  });
});

/** Where one number gets to, from 0, after each gradient. */
function pathOf(optimizer: Optimizer, gradients: number[]): number[] {
  const theta: Parameter = parameter("θ", { shape: [1], data: new Float64Array(1) });
  const state = optimizer.init([theta]);
  return gradients.map((g) => {
    theta.grad.data[0] = g;
    touchAllRows(theta);
    optimizer.update(state, [theta]);
    zeroGradients([theta]);
    return theta.value.data[0];
  });
}
