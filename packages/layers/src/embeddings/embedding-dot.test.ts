import { ids, matrix, type Parameter, parameter, type Tensor } from "@wordloom/tensor";
import { describe, expect, test } from "vitest";
import { embeddingDot } from "./embedding-dot.js";

// The worked numbers of the notebooks that the project starts from.
const counting = (): Parameter =>
  parameter("W", { shape: [7, 3], data: Float64Array.from({ length: 21 }, (_, i) => i) });
const equalRows = (): Parameter =>
  parameter("W", { shape: [7, 3], data: Float64Array.from({ length: 21 }, (_, i) => Math.floor(i / 3)) });
const vector = (...values: number[]): Tensor => ({ shape: [values.length], data: Float64Array.from(values) });

describe("embeddingDot(table)", () => {
  test("scores [5, 122, 86] for W = arange(21), idx = [0, 3, 1] and h the first three rows", () => {
    const hidden = matrix(
      [
        [0, 1, 2],
        [3, 4, 5],
        [6, 7, 8],
      ],
      "f64",
    );
    expect(embeddingDot(counting()).forward({ hidden, ids: ids([3], [0, 3, 1]) }).output).toEqual(vector(5, 122, 86));
  });

  test("scores [12] for one example; dout = [3] gives dW[1] = [9, 12, 15] and dh = [3, 3, 3]", () => {
    const W = equalRows();
    const { output, backward } = embeddingDot(W).forward({ hidden: matrix([[3, 4, 5]], "f64"), ids: ids([1], [1]) });
    expect(output).toEqual(vector(12));
    expect(backward(vector(3))).toEqual(matrix([[3, 3, 3]], "f64"));
    expect(rowsOf(W)).toEqual([[0, 0, 0], [9, 12, 15], ...Array(5).fill([0, 0, 0])]);
  });

  test("scores [12, 42] for two; dout = [3, 4] gives dW[1], dW[2] and dh of the notebook", () => {
    const W = equalRows();
    const hidden = matrix(
      [
        [3, 4, 5],
        [6, 7, 8],
      ],
      "f64",
    );
    const { output, backward } = embeddingDot(W).forward({ hidden, ids: ids([2], [1, 2]) });
    expect(output).toEqual(vector(12, 42));
    expect(backward(vector(3, 4))).toEqual(
      matrix(
        [
          [3, 3, 3],
          [8, 8, 8],
        ],
        "f64",
      ),
    );
    expect(rowsOf(W)).toEqual([[0, 0, 0], [9, 12, 15], [24, 28, 32], ...Array(4).fill([0, 0, 0])]);
  });

  test("adds where an id is repeated within a line", () => {
    const W = equalRows();
    const hidden = matrix([[3, 4, 5]], "f64");
    const { backward } = embeddingDot(W).forward({ hidden, ids: ids([1, 2], [1, 1]) });
    expect(backward(matrix([[3, 4]], "f64"))).toEqual(matrix([[7, 7, 7]], "f64"));
    expect(rowsOf(W)[1]).toEqual([21, 28, 35]);
  });

  test("names what does not fit, there and back", () => {
    const layer = embeddingDot(counting());
    const hidden = matrix([[1, 2, 3]], "f64");
    expect(() => layer.forward({ hidden, ids: ids([2], [0, 1]) })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: embeddingDot: hidden is [1, 3], expected [2, 3]]`,
    );
    expect(() => layer.forward({ hidden, ids: ids([1, 1, 1], [0]) })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: embeddingDot: ids must be [B] or [B, K], their shape is [1, 1, 1]]`,
    );
    const single = matrix([[1, 2, 3]]);
    expect(() => layer.forward({ hidden: single, ids: ids([1], [0]) })).toThrow("one operand is f64, another f32");
    expect(() => layer.forward({ hidden, ids: ids([1], [7]) })).toThrow("embeddingDot: id 7 at [0] is outside");
    const changed = ids([1], [0]);
    const { backward } = layer.forward({ hidden, ids: changed });
    expect(() => backward(vector(1, 2))).toThrow("embeddingDot: dOutput is [2], expected [1]");
    changed.data[0] = 7;
    expect(() => backward(vector(1))).toThrow("embeddingDot: id 7 at [0] is outside");
  });

  test("scores [B, K] ids as K layers of [B] ids would", () => {
    const hidden = matrix(
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      "f64",
    );
    const { output } = embeddingDot(counting()).forward({ hidden, ids: ids([2, 2], [6, 0, 2, 5]) });
    const column = (a: number, b: number) =>
      embeddingDot(counting()).forward({ hidden, ids: ids([2], [a, b]) }).output.data;
    const [first, second] = [column(6, 2), column(0, 5)];
    expect([...output.data]).toEqual([first[0], second[0], first[1], second[1]]);
  });
});

function rowsOf({ grad }: Parameter): number[][] {
  return Array.from({ length: 7 }, (_, row) => [...grad.data.subarray(row * 3, row * 3 + 3)]);
}
