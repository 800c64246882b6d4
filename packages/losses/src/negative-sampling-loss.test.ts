import { integer, randomFromSeed, uniform } from "@wordloom/random";
import { ids, matrix, type Parameter, parameter, type Tensor, tensor, zeros } from "@wordloom/tensor";
import { type BatchSizes, batchSizes } from "@wordloom/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type NegativeSamplingInput, negativeSamplingLoss } from "./negative-sampling-loss.js";
import { sigmoidWithLoss } from "./sigmoid-with-loss.js";

describe("negativeSamplingLoss(table)", () => {
  const table = (): Parameter =>
    parameter(
      "W",
      matrix(
        [
          [1, 0],
          [0, 1],
          [1, 1],
        ],
        "f64",
      ),
    );

  test("is (1 + K) log 2 for a hidden vector of zero", () => {
    const { value } = negativeSamplingLoss(table()).forward({
      hidden: zeros([2, 2], "f64"),
      targets: ids([2], [0, 1]),
      negatives: ids([2, 3], [1, 2, 1, 0, 2, 2]),
    });
    expect(value).toBeCloseTo(4 * Math.log(2), 14);
  });

  test("sums the target's −log σ(s) and each negative's −log σ(−s): scores 2 and −1", () => {
    const { value } = negativeSamplingLoss(table()).forward({
      hidden: matrix([[2, -1]], "f64"),
      targets: ids([1], [0]),
      negatives: ids([1, 1], [1]),
    });
    expect(value).toBeCloseTo(Math.log1p(Math.exp(-2)) + Math.log1p(Math.exp(-1)), 14);
  });

  test("equals the book's sum of 1 + K sigmoid losses, one a column", () => {
    fc.assert(
      fc.property(batchSizes(), (sizes) => {
        const { W, input } = arrange(sizes);
        const columns = [input.targets.data, ...columnsOf(input.negatives.data, sizes)];
        let sum = 0;
        for (const [column, rows] of columns.entries()) {
          const scores = Float64Array.from(rows, (row, b) => dotOf(W.value, row, input.hidden, b));
          const labels = new Float64Array(sizes.B).fill(column === 0 ? 1 : 0);
          sum += sigmoidWithLoss({ shape: [sizes.B], data: scores }, { shape: [sizes.B], data: labels }).value;
        }
        expect(negativeSamplingLoss(W).forward(input).value).toBeCloseTo(sum, 10);
      }),
    );
  });

  test("touches the rows of targets and negatives only", () => {
    const W = parameter("W", zeros([5, 1], "f64"));
    const input = { hidden: matrix([[1]], "f64"), targets: ids([1], [4]), negatives: ids([1, 2], [1, 1]) };
    negativeSamplingLoss(W).forward(input).backward();
    expect([...W.touchedRows.isMember]).toEqual([0, 1, 0, 0, 1]);
  });

  test("names shapes that do not fit", () => {
    const hidden = zeros([2, 2], "f64");
    expect(() =>
      negativeSamplingLoss(table()).forward({ hidden, targets: ids([2], [0, 1]), negatives: ids([1, 2], [1, 2]) }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: negativeSamplingLoss: targets are [2] and negatives [1, 2]; they must be [B] and [B, K]]`,
    );
  });
});

function arrange({ V, D, B, K, seed }: BatchSizes): { W: Parameter; input: NegativeSamplingInput } {
  const random = randomFromSeed(seed);
  const floats = (shape: number[]) =>
    tensor(
      shape,
      Float64Array.from({ length: shape[0] * D }, () => uniform(random)),
    );
  const words = (length: number) => Array.from({ length }, () => integer(random, V));
  return {
    W: parameter("W", floats([V, D])),
    input: { hidden: floats([B, D]), targets: ids([B], words(B)), negatives: ids([B, K], words(B * K)) },
  };
}

function columnsOf(negatives: Int32Array, { B, K }: BatchSizes): Int32Array[] {
  return Array.from({ length: K }, (_, k) => Int32Array.from({ length: B }, (_, b) => negatives[b * K + k]));
}

function dotOf(table: Tensor, row: number, hidden: Tensor, b: number): number {
  const D = table.shape[1];
  let sum = 0;
  for (let d = 0; d < D; d++) sum += table.data[row * D + d] * hidden.data[b * D + d];
  return sum;
}
