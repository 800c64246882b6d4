import { fork, integer, type Random, randomFromSeed, uniform } from "@wordloom/random";
import { ids, matrix, type Parameter, type Precision, parameter, type Tensor, zeros } from "@wordloom/tensor";
import { type BatchSizes, batchSizes, checkGradients } from "@wordloom/testing";
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
        const { W, input } = arrange(sizes, "f64");
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

  test("has the gradient that finite differences measure, for the table and for the hidden vectors", () => {
    fc.assert(
      fc.property(batchSizes(), (sizes) => {
        const { W, input, random } = arrange(sizes, "f64");
        const error = checkGradients(negativeSamplingLoss(W), input, () => uniform(random), { wrt: input.hidden });
        expect(error).toBeLessThan(1e-6);
      }),
    );
  });

  test("gives in f32 what it gives in f64, to 1e-5 of the largest number", () => {
    fc.assert(
      fc.property(batchSizes(), (sizes) => {
        const outcome = (precision: Precision) => {
          const { W, input } = arrange(sizes, precision);
          const { value, backward } = negativeSamplingLoss(W).forward(input);
          return [value, ...backward().data, ...W.grad.data];
        };
        const [single, double] = [outcome("f32"), outcome("f64")];
        const difference = Math.max(...single.map((value, i) => Math.abs(value - double[i])));
        expect(difference).toBeLessThan(1e-5 * Math.max(1, ...double.map(Math.abs)));
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

function arrange(sizes: BatchSizes, precision: Precision) {
  const { V, D, B, K, seed } = sizes;
  const random = randomFromSeed(seed);
  const W = parameter("W", values(fork(random, "W"), [V, D], precision));
  const draw = (shape: number[]) =>
    ids(
      shape,
      Array.from({ length: B * (shape[1] ?? 1) }, () => integer(random, V)),
    );
  const input: NegativeSamplingInput = {
    hidden: values(fork(random, "hidden"), [B, D], precision),
    targets: draw([B]),
    negatives: draw([B, K]),
  };
  return { W, input, random };
}

function values(random: Random, shape: readonly number[], precision: Precision): Tensor {
  const out = zeros(shape, precision);
  for (let i = 0; i < out.data.length; i++) out.data[i] = (integer(random, 128) - 64) / 32;
  return out;
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
