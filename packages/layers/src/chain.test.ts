import { ids, matrix, parameter } from "@wordloom/tensor";
import { describe, expect, test } from "vitest";
import { chain } from "./chain.js";
import { matmul } from "./dense/matmul.js";
import { sigmoid } from "./elementwise/sigmoid.js";
import { embedding } from "./embeddings/embedding.js";

describe("chain(first, ...rest)", () => {
  test("applies layers in order", () => {
    const table = parameter(
      "W",
      matrix(
        [
          [1, 2],
          [3, 4],
        ],
        "f64",
      ),
    );
    const weight = parameter("U", matrix([[1], [10]], "f64"));
    expect(chain(embedding(table), matmul(weight)).forward(ids([2], [1, 0])).output).toEqual(
      matrix([[43], [21]], "f64"),
    );
  });

  test("lists a shared parameter once", () => {
    const weight = parameter("W", matrix([[2]], "f64"));
    expect(chain(matmul(weight), sigmoid(), matmul(weight)).parameters).toEqual([weight]);
  });

  test("is its first layer when there is no other", () => {
    const { output, backward } = chain(sigmoid()).forward(matrix([[0]], "f64"));
    expect(output.data[0]).toBe(0.5);
    expect(backward(matrix([[4]], "f64")).data[0]).toBe(1);
  });

  test("does not accept ids where a layer takes a tensor", () => {
    const table = parameter("W", matrix([[1]], "f64"));
    // @ts-expect-error: embedding takes ids, sigmoid gives a tensor.
    const wrong = (): unknown => chain(sigmoid(), embedding(table));
    expect(wrong).toBeTypeOf("function");
  });
});
