import { describe, expect, test } from "vitest";
import { matrix } from "../tensors/tensor.js";
import { add, addInto, scale, scaleInto } from "./elementwise.js";

describe("add(a, b)", () => {
  test("adds entry by entry and leaves its operands alone", () => {
    const a = matrix([[1, 2]]);
    expect(add(a, matrix([[10, 20]]))).toEqual(matrix([[11, 22]]));
    expect(a).toEqual(matrix([[1, 2]]));
  });

  test("may write into an operand", () => {
    const a = matrix([[1, 2]]);
    expect(addInto(a, a, a)).toEqual(matrix([[2, 4]]));
  });

  test("broadcasts nothing", () => {
    expect(() => add(matrix([[1, 2]]), matrix([[1], [2]]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: add: b is [2, 1], expected [1, 2]]`,
    );
    expect(() => add(matrix([[1]]), matrix([[1]], "f64"))).toThrow("one operand is f32, another f64");
  });
});

describe("scale(a, factor)", () => {
  test("multiplies every entry", () => {
    const a = matrix([[1, -2]]);
    expect(scale(a, 3)).toEqual(matrix([[3, -6]]));
    expect(scaleInto(a, a, -1)).toEqual(matrix([[-1, 2]]));
  });
});
