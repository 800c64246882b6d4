import { parameter, touchRow, zeros } from "@wordloom/tensor";
import { describe, expect, test } from "vitest";
import type { OptimizerState } from "../optimizer.js";
import { adam } from "../rules/adam.js";
import { nesterov } from "../rules/nesterov.js";
import { rowOptimizer } from "./row-optimizer.js";

describe("rowOptimizer(learningRate, slotCount, update, { numbers, rateOfStep })", () => {
  test("moves the numbers of its state once a step, whatever there is to update", () => {
    const rates: number[] = [];
    const optimizer = rowOptimizer(1, 0, ({ rate }) => rates.push(rate), {
      name: "halving",
      numbers: { factor: 1 },
      rateOfStep(rate, numbers) {
        numbers.factor /= 2;
        return rate * numbers.factor;
      },
    });
    const table = parameter("W", zeros([3, 2]));
    const state = optimizer.init([table]);
    optimizer.update(state, [table]);
    for (const row of [2, 0]) touchRow(table, row);
    optimizer.update(state, [table]);
    expect(rates).toEqual([0.25, 0.25]);
    expect(state).toEqual({ rule: "halving", step: 2, numbers: { factor: 0.25 }, slots: [[]] });
    expect(optimizer.init([table])).toEqual({ rule: "halving", step: 0, numbers: { factor: 1 }, slots: [[]] });
  });
});

describe("update(state, parameters)", () => {
  const optimizer = adam(0.1);
  const [a, b] = [parameter("a", zeros([2, 2])), parameter("b", zeros([3, 2]))];

  test("refuses what is no state, and one of other parameters", () => {
    const state = optimizer.init([a, b]);
    expect(() => optimizer.update([a] as never, [a])).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: optimizer: the state is an array; init(parameters) of the same optimizer makes one]`,
    );
    expect(() => optimizer.update(undefined as never, [a])).toThrow("optimizer: the state is undefined");
    expect(() => optimizer.update(state, [a])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: optimizer: the state is for 2 parameters, and there are 1; init(parameters) makes one for these]`,
    );
    expect(() => optimizer.update(state, [b, a])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: optimizer: the state does not fit parameter 0, "b"; parameters come in the order that init was given]`,
    );
    const other: OptimizerState = rowOptimizer(0.1, 1, () => {}, { name: "adam" }).init([a, b]);
    expect(() => optimizer.update(other, [a, b])).toThrow('the state does not fit parameter 0, "a"');
    expect(() => optimizer.update(nesterov(0.1).init([a, b]), [a, b])).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: optimizer: the state is one of nesterov, and this is adam; init(parameters) makes one for it]`,
    );
    const double = parameter("a", zeros([2, 2], "f64"));
    expect(() => optimizer.update(state, [double, b])).toThrow('the state does not fit parameter 0, "a"');
  });
});
