import { ids, matrix, type Parameter, parameter } from "@wordloom/tensor";
import { idsIn, tensors } from "@wordloom/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { embedding } from "./embedding.js";

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

describe("embedding(table)", () => {
  test("picks rows in the order of the ids, in their shape", () => {
    const { output } = embedding(table()).forward(ids([2, 1], [2, 0]));
    expect(output).toEqual({ shape: [2, 1, 2], data: Float64Array.of(5, 6, 1, 2) });
  });

  test("names an id outside the table and its place, on the way back too", () => {
    expect(() => embedding(table()).forward(ids([2, 2], [0, 1, 3, 2]))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: embedding: id 3 at [1, 0] is outside the 3 rows of "W"; was the corpus encoded with this vocabulary?]`,
    );
    expect(() => embedding(table()).forward(ids([1], [-1]))).toThrow("id -1 at [0]");
    const changed = ids([1], [0]);
    const { backward } = embedding(table()).forward(changed);
    changed.data[0] = 3;
    expect(() => backward(matrix([[1, 2]], "f64"))).toThrow("embedding: id 3 at [0] is outside");
  });

  test("goes back by its transpose: ⟨W[ids], d⟩ = ⟨W, dW⟩", () => {
    fc.assert(
      fc.property(tensors([4, 3]), idsIn(4, [2, 3]), tensors([2, 3, 3]), (value, rows, d) => {
        const W = parameter("W", value);
        const { output, backward } = embedding(W).forward(rows);
        backward(d);
        expect(inner(W.value.data, W.grad.data)).toBe(inner(output.data, d.data));
      }),
    );
  });

  test("equals a one-hot vector times the table", () => {
    expect(embedding(table()).forward(ids([2], [2, 0])).output).toEqual(
      matrix(
        [
          [5, 6],
          [1, 2],
        ],
        "f64",
      ),
    );
  });

  test("accumulates a repeated id: [0, 2, 0] where assigning would keep the last", () => {
    const W = table();
    embedding(W)
      .forward(ids([3], [0, 2, 0]))
      .backward(
        matrix(
          [
            [1, 1],
            [2, 2],
            [10, 10],
          ],
          "f64",
        ),
      );
    expect(W.grad).toEqual(
      matrix(
        [
          [11, 11],
          [0, 0],
          [2, 2],
        ],
        "f64",
      ),
    );
  });

  test("touches the rows of the batch and no others", () => {
    const W = table();
    embedding(W)
      .forward(ids([2], [2, 2]))
      .backward(
        matrix(
          [
            [1, 1],
            [2, 2],
          ],
          "f64",
        ),
      );
    expect([...W.touchedRows.isMember]).toEqual([0, 0, 1]);
  });

  test("refuses a table that is not a matrix", () => {
    expect(() =>
      embedding(parameter("W", { shape: [3], data: new Float32Array(3) })),
    ).toThrowErrorMatchingInlineSnapshot(`[ShapeError: embedding: W must be a matrix, its shape is [3]]`);
  });

  test("refuses a gradient of another shape than its output", () => {
    const { backward } = embedding(table()).forward(ids([2], [0, 1]));
    expect(() => backward(matrix([[1, 2]], "f64"))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: embedding: dOutput is [1, 2], expected [2, 2]]`,
    );
  });
});

function inner(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
