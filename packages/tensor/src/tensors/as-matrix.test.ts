import { describe, expect, test } from "vitest";
import { asMatrix } from "./as-matrix.js";
import { matrix, tensor, zeros } from "./tensor.js";

describe("asMatrix(tensor)", () => {
  test("joins all axes but the last, and shares the data", () => {
    const cube = tensor([2, 1, 3], Float64Array.of(1, 2, 3, 4, 5, 6));
    expect(asMatrix(cube)).toEqual(matrix([[1, 2, 3], [4, 5, 6]], "f64")); // biome-ignore format: a matrix
    expect(asMatrix(cube).data).toBe(cube.data);
  });

  test("takes a vector as one line, and a matrix as it is", () => {
    const lines = zeros([3, 2]);
    expect(asMatrix(lines)).toBe(lines);
    expect(asMatrix(zeros([4])).shape).toEqual([1, 4]);
    expect(asMatrix(zeros([0, 3, 2])).shape).toEqual([0, 2]);
  });

  test("refuses a single number", () => {
    expect(() => asMatrix(zeros([]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: asMatrix: the shape is []; it must have one axis at least]`,
    );
  });
});
