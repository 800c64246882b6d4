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
