import { type Parameter, parameter, touchRow, zeros } from "@wordloom/tensor";
import { describe, expect, test } from "vitest";
import { momentum } from "../rules/momentum.js";
import { sgd } from "../rules/sgd.js";
import { chainOptimizers } from "./chain-optimizers.js";
import { clipByGlobalNorm } from "./clip-by-global-norm.js";

/** One number, at 0, whose gradient is g. */
function single(g: number): Parameter {
  const theta = parameter("θ", zeros([1], "f64"));
  theta.grad.data[0] = g;
  touchRow(theta, 0);
  return theta;
}

describe("chainOptimizers(...members)", () => {
  test("clips, then steps", () => {
    const theta = single(-8);
    const optimizer = chainOptimizers(clipByGlobalNorm(2), sgd(0.5));
    optimizer.update(optimizer.init([theta]), [theta]);
    expect(theta.value.data[0]).toBe(1);
    expect(theta.grad.data[0]).toBe(-2);
  });

  test("keeps a list of its members' states", () => {
    const theta = single(1);
    const optimizer = chainOptimizers(clipByGlobalNorm(2), momentum(0.5));
    const state = optimizer.init([theta]);
    optimizer.update(state, [theta]);
    expect(state).toEqual([[], { rule: "momentum", step: 1, numbers: {}, slots: [[Float64Array.of(-0.5)]] }]);
  });

  test("refuses what is no optimizer, and a state that is not its own", () => {
    expect(() => chainOptimizers(sgd(1), 0.1 as never)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: chainOptimizers: member 1 is a number; sgd(0.1) and the like make optimizers]`,
    );
    const theta = single(1);
    const optimizer = chainOptimizers(sgd(1));
    expect(() => optimizer.update(sgd(1).init([theta]), [theta])).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: chainOptimizers: the state is an object; it is a list of 1, which init makes]`,
    );
    expect(() => optimizer.update([], [theta])).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: chainOptimizers: the state is a list of 0; it is a list of 1, which init makes]`,
    );
  });
});
