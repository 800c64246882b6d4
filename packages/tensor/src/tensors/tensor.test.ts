import { describe, expect, test } from "vitest";
import { ids, matrix, precisionOf, tensor, zeros, zerosLike } from "./tensor.js";

describe("tensor(shape, data)", () => {
  test("keeps the data it is given, uncopied", () => {
    const data = Float32Array.of(1, 2);
    expect(tensor([2, 1], data).data).toBe(data);
  });

  test("says how many numbers the shape holds", () => {
    expect(() => tensor([2, 3], new Float32Array(5))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: tensor: shape [2, 3] holds 6 numbers, the data has 5]`,
    );
  });
});

describe("zeros(shape, precision)", () => {
  test("is f32 unless asked for f64", () => {
    expect(precisionOf(zeros([1]))).toBe("f32");
    expect(precisionOf(zeros([1], "f64"))).toBe("f64");
  });

  test("holds one number in a shape without axes, none where an axis is empty", () => {
    expect(zeros([]).data).toHaveLength(1);
    expect(zeros([3, 0, 2]).data).toHaveLength(0);
  });

  test("refuses lengths that are not whole numbers", () => {
    expect(() => zeros([2, -1])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: zeros: shape [2, -1] has a length that is not a whole number]`,
    );
    expect(() => zeros([Number.NaN])).toThrow("not a whole number");
  });
});

describe("zerosLike(tensor, shape)", () => {
  test("takes the precision, and the shape unless another is given", () => {
    const like = zeros([2, 2], "f64");
    expect(zerosLike(like)).toEqual(zeros([2, 2], "f64"));
    expect(zerosLike(like, [3])).toEqual(zeros([3], "f64"));
  });
});

describe("matrix(rows)", () => {
  test("lays rows one after the other", () => {
    expect(
      matrix([
        [1, 2],
        [3, 4],
        [5, 6],
      ]),
    ).toEqual({ shape: [3, 2], data: Float32Array.of(1, 2, 3, 4, 5, 6) });
  });

  test("names the row of another length", () => {
    expect(() => matrix([[1, 2], [3]])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: matrix: row 1 has 1 numbers, row 0 has 2]`,
    );
  });
});

describe("ids(shape, values)", () => {
  test("makes whole numbers of 32 bits", () => {
    expect(ids([2, 1], [4, 0])).toEqual({ shape: [2, 1], data: Int32Array.of(4, 0) });
  });

  test("says how many ids the shape holds", () => {
    expect(() => ids([2], [1, 2, 3])).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: ids: shape [2] holds 2 numbers, the data has 3]`,
    );
  });
});
