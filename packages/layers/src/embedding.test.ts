import { ids, matrix, type Parameter, parameter } from "@wordloom/tensor";
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
      `[ShapeError: scatterAddRows: dRows is [1, 2], expected [2, 2]]`,
    );
  });
});
