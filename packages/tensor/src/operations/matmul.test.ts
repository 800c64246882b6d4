import { type DoublesInShape, tensors } from "@wordloom/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matrix, type Tensor, zeros } from "../tensors/tensor.js";
import { addTransposedMatmul, dot, matmul, matmulInto, matmulTransposed } from "./matmul.js";

const a = matrix(
  [
    [1, 2, 3],
    [4, 5, 6],
  ],
  "f64",
);
const b = matrix(
  [
    [1, 0],
    [0, 1],
    [2, 3],
  ],
  "f64",
);

describe("matmul(a, b)", () => {
  test("multiplies rows by columns", () => {
    expect(matmul(a, b)).toEqual(
      matrix(
        [
          [7, 11],
          [16, 23],
        ],
        "f64",
      ),
    );
  });

  test("overwrites what was in the output", () => {
    const out = matrix(
      [
        [9, 9],
        [9, 9],
      ],
      "f64",
    );
    expect(matmulInto(out, a, b)).toBe(out);
    expect(out).toEqual(
      matrix(
        [
          [7, 11],
          [16, 23],
        ],
        "f64",
      ),
    );
  });

  test("keeps f32 in f32", () => {
    expect(matmul(matrix([[0.1]]), matrix([[3]])).data).toEqual(Float32Array.of(Math.fround(Math.fround(0.1) * 3)));
  });

  test("names the shapes that do not fit", () => {
    expect(() => matmul(a, a)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: matmul: inner dimensions differ: a is [2, 3], b is [2, 3]]`,
    );
    expect(() => matmulInto(zeros([3, 3], "f64"), a, b)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: matmul: out is [3, 3], expected [2, 2]]`,
    );
    expect(() => matmul({ shape: [6], data: a.data }, b)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: matmul: a must be a matrix, its shape is [6]]`,
    );
  });

  test("refuses to mix precisions", () => {
    expect(() => matmul(a, matrix([[1], [1], [1]]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: matmul: one operand is f64, another f32; convert one of them]`,
    );
  });
});

describe("the products with a transpose", () => {
  test("equal matmul with the transpose written out", () => {
    fc.assert(
      fc.property(threeMatrices(), ([x, y, start]) => {
        // Entries are multiples of 1/64 below 4, so that all sums are exact and the order does not matter.
        expect(matmulTransposed(x, transposed(y))).toEqual(matmul(x, y));
        const out = { shape: start.shape, data: start.data.slice() };
        addTransposedMatmul(out, transposed(x), y);
        const product = matmul(x, y);
        expect(out.data).toEqual(start.data.map((value, i) => value + product.data[i]));
      }),
    );
  });
});

describe("dot(a, aStart, b, bStart, length)", () => {
  test("sums the products of a range of any length", () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(5), fc.nat(5), (length, aStart, bStart) => {
        const values = Float64Array.from({ length: 20 }, (_, i) => i + 1);
        let expected = 0;
        for (let d = 0; d < length; d++) expected += values[aStart + d] * values[bStart + d];
        expect(dot(values, aStart, values, bStart, length)).toBe(expected);
      }),
    );
  });
});

function threeMatrices(): fc.Arbitrary<[DoublesInShape, DoublesInShape, DoublesInShape]> {
  const length = fc.integer({ min: 1, max: 6 });
  return fc
    .tuple(length, length, length)
    .chain(([I, K, J]) => fc.tuple(tensors([I, K]), tensors([K, J]), tensors([I, J])));
}

function transposed({ shape: [rows, columns], data }: Tensor): Tensor {
  const out = zeros([columns, rows], "f64");
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) out.data[c * rows + r] = data[r * columns + c];
  return out;
}
