import { type Parameter, parameter, touchRow, zeros } from "@wordloom/tensor";
import { describe, expect, test } from "vitest";
import { clipGradientNorm } from "./clip-gradient-norm.js";

/** Gradients 3 and 4 in two parameters: their norm is 5. */
function threeAndFour(): Parameter[] {
  return [3, 4].map((g) => {
    const table = parameter("W", zeros([2, 1], "f64"));
    table.grad.data[1] = g;
    touchRow(table, 1);
    return table;
  });
}

const gradients = (parameters: Parameter[]): number[] => parameters.map(({ grad }) => grad.data[1]);

describe("clipGradientNorm(parameters, maximum)", () => {
  test("scales all gradients together to the maximum, and returns what the norm was", () => {
    const parameters = threeAndFour();
    expect(clipGradientNorm(parameters, 2.5)).toBe(5);
    expect(gradients(parameters)).toEqual([1.5, 2]);
  });

  test("leaves a smaller gradient alone", () => {
    const parameters = threeAndFour();
    expect(clipGradientNorm(parameters, 5)).toBe(5);
    expect(gradients(parameters)).toEqual([3, 4]);
  });

  test("counts a parameter that is given twice once", () => {
    const parameters = threeAndFour();
    expect(clipGradientNorm([...parameters, ...parameters], 2.5)).toBe(5);
    expect(gradients(parameters)).toEqual([1.5, 2]);
  });

  test("visits touched rows only", () => {
    const [table] = threeAndFour();
    table.grad.data[0] = 1e9;
    expect(clipGradientNorm([table], 100)).toBe(3);
  });

  test("refuses a norm that is not finite, and a maximum that is none", () => {
    const parameters = threeAndFour();
    parameters[0].grad.data[1] = Number.POSITIVE_INFINITY;
    expect(() => clipGradientNorm(parameters, Number.POSITIVE_INFINITY)).toThrow("the norm is Infinity; has the loss");
    parameters[0].grad.data[1] = Number.NaN;
    expect(() => clipGradientNorm(parameters, 1)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: clipGradientNorm: the norm is NaN; has the loss diverged? Try a lower learning rate]`,
    );
    expect(() => clipGradientNorm(parameters, 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: clipGradientNorm: maximum is 0; it must be above 0]`,
    );
  });
});
