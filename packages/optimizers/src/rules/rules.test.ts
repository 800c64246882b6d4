import { type Parameter, parameter, touchRow, zeroGradients } from "@wordloom/tensor";
import { describe, expect, test } from "vitest";
import type { Optimizer } from "../optimizer.js";
import { adam } from "./adam.js";
import { momentum } from "./momentum.js";
import { rmsProp } from "./rms-prop.js";
import { sgd } from "./sgd.js";

describe("sgd(schedule)", () => {
  test("asks for the rate of each step, counted from 0", () => {
    const theta = single(0);
    const step = stepsOf(
      sgd((step) => 10 ** step),
      theta,
    );
    for (const _ of [0, 1, 2]) step(-1);
    expect(theta.value.data[0]).toBe(111);
  });

  test("names a learning rate that is no rate, and its step", () => {
    expect(() =>
      stepsOf(
        sgd(() => -1),
        single(1),
      )(1),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: optimizer: learning rate -1 at step 0; it must be a finite number, at least 0]`,
    );
    expect(() => sgd(Number.NaN)).toThrow("sgd: the learning rate is NaN");
  });
});

describe("adam(learningRate)", () => {
  test("moves by the learning rate at its first step, whatever the gradient's size", () => {
    for (const g of [1e-3, 1, 1e6]) {
      const theta = single(0);
      stepsOf(adam(0.1), theta)(g);
      expect(theta.value.data[0]).toBeCloseTo(-0.1, 3);
    }
  });
});

describe("options that make no sense", () => {
  test("are named", () => {
    expect(() => momentum(1, { momentum: 1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: momentum: momentum is 1; it must be in [0, 1)]`,
    );
    expect(() => adam(1, { beta2: -0.1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: adam: beta2 is -0.1; it must be in [0, 1)]`,
    );
    expect(() => rmsProp(1, { decay: Number.NaN })).toThrow("rmsProp: decay is NaN");
  });
});

function single(value: number): Parameter {
  return parameter("θ", { shape: [1], data: Float64Array.of(value) });
}

function stepsOf(optimizer: Optimizer, theta: Parameter): (g: number) => void {
  const state = optimizer.init([theta]);
  return (g) => {
    theta.grad.data[0] += g;
    touchRow(theta, 0);
    optimizer.update(state, [theta]);
    zeroGradients([theta]);
  };
}
