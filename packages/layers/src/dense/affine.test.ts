import { matrix, parameter, type Tensor } from "@wordloom/tensor";
import { describe, expect, test } from "vitest";
import { affine } from "./affine.js";

const vector = (...values: number[]): Tensor => ({ shape: [values.length], data: Float64Array.from(values) });

describe("affine(weight, bias)", () => {
  test("adds the bias to each line of x · W", () => {
    const layer = affine(
      parameter(
        "W",
        matrix(
          [
            [1, 2],
            [3, 4],
          ],
          "f64",
        ),
      ),
      parameter("b", vector(10, 20)),
    );
    expect(
      layer.forward(
        matrix(
          [
            [1, 0],
            [1, 1],
          ],
          "f64",
        ),
      ).output,
    ).toEqual(
      matrix(
        [
          [11, 22],
          [14, 26],
        ],
        "f64",
      ),
    );
  });

  test("sums the gradient of the bias over the batch", () => {
    const bias = parameter("b", vector(0, 0));
    const layer = affine(parameter("W", matrix([[1, 2]], "f64")), bias);
    layer.forward(matrix([[1], [2]], "f64")).backward(
      matrix(
        [
          [1, 10],
          [2, 20],
        ],
        "f64",
      ),
    );
    expect(bias.grad).toEqual(vector(3, 30));
  });

  test("refuses a bias that does not fit the weight", () => {
    const weight = parameter("W", matrix([[1, 2]], "f64"));
    expect(() => affine(weight, parameter("b", vector(1, 2, 3)))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: affine: b is [3], expected [2]]`,
    );
    const single = parameter("b", { shape: [2], data: new Float32Array(2) });
    expect(() => affine(weight, single)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: affine: one operand is f64, another f32; convert one of them]`,
    );
  });
});
