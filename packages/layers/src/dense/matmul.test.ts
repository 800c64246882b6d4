import { matrix, parameter } from "@wordloom/tensor";
import { describe, expect, test } from "vitest";
import { matmul } from "./matmul.js";

describe("matmul(weight)", () => {
  test("multiplies, and sends the gradient to both factors", () => {
    const weight = parameter(
      "W",
      matrix(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        "f64",
      ),
    );
    const { output, backward } = matmul(weight).forward(matrix([[1, 10]], "f64"));
    expect(output).toEqual(matrix([[41, 52, 63]], "f64"));
    expect(backward(matrix([[1, 0, 2]], "f64"))).toEqual(matrix([[7, 16]], "f64"));
    expect(weight.grad).toEqual(
      matrix(
        [
          [1, 0, 2],
          [10, 0, 20],
        ],
        "f64",
      ),
    );
  });

  test("touches every row: its gradient is dense", () => {
    const weight = parameter("W", matrix([[1], [1]], "f64"));
    matmul(weight)
      .forward(matrix([[0, 1]], "f64"))
      .backward(matrix([[1]], "f64"));
    expect(weight.touchedRows.count).toBe(2);
  });
});
