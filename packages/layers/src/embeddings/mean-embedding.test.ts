import { ids, matrix, NO_ROW, type Parameter, parameter } from "@wordloom/tensor";
import { describe, expect, test } from "vitest";
import { embedding } from "./embedding.js";
import { meanEmbedding } from "./mean-embedding.js";

const table = (): Parameter =>
  parameter(
    "W",
    matrix(
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      "f64",
    ),
  );

describe("meanEmbedding(table)", () => {
  test("averages the rows that each line of ids names", () => {
    expect(meanEmbedding(table()).forward(ids([1, 2], [0, 2])).output).toEqual(matrix([[3, 4]], "f64"));
  });

  test("refuses a line without rows, ids that are no lines, and strangers", () => {
    const layer = meanEmbedding(table());
    expect(() => layer.forward(ids([2, 1], [0, NO_ROW]))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: meanEmbedding: line 1 of the ids names no row; leave such examples out of the batch]`,
    );
    expect(() => layer.forward(ids([2], [0, 1]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: meanEmbedding: ids must be [B, C], their shape is [2]]`,
    );
    expect(() => layer.forward(ids([1, 1], [-2]))).toThrow("id -2 at [0, 0] is outside the 3 rows");
    const short = { shape: [1, 2], data: Int32Array.of(1) };
    expect(() => layer.forward(short)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: meanEmbedding: shape [1, 2] holds 2 numbers, the data has 1]`,
    );
  });

  test("refuses on the way back a gradient of another shape, and ids that have become strangers", () => {
    const changed = ids([1, 1], [0]);
    const { backward } = meanEmbedding(table()).forward(changed);
    expect(() => backward(matrix([[1]], "f64"))).toThrow("meanEmbedding: dOutput is [1, 1], expected [1, 2]");
    expect(() => backward(matrix([[1, 2]]))).toThrow("meanEmbedding: one operand is f64, another f32");
    changed.data[0] = 3;
    expect(() => backward(matrix([[1, 2]], "f64"))).toThrow("meanEmbedding: id 3 at [0, 0] is outside");
  });

  test("is the embedding itself for a single context", () => {
    const single = meanEmbedding(table()).forward(ids([2, 1], [2, 1])).output;
    expect(single.data).toEqual(embedding(table()).forward(ids([2], [2, 1])).output.data);
  });

  test("gives a repeated id its share once per occurrence", () => {
    const W = table();
    meanEmbedding(W)
      .forward(ids([1, 4], [1, 1, 1, 0]))
      .backward(matrix([[4, 8]], "f64"));
    expect(W.grad).toEqual(
      matrix(
        [
          [1, 2],
          [3, 6],
          [0, 0],
        ],
        "f64",
      ),
    );
  });

  test("leaves an absent context out of the sum and of the divisor", () => {
    const W = table();
    const { output, backward } = meanEmbedding(W).forward(ids([1, 3], [0, NO_ROW, 2]));
    expect(output).toEqual(matrix([[3, 4]], "f64"));
    backward(matrix([[2, 2]], "f64"));
    expect(W.grad).toEqual(
      matrix(
        [
          [1, 1],
          [0, 0],
          [1, 1],
        ],
        "f64",
      ),
    );
  });
});
