import { ids, matrix, parameter, type Tensor, zeros } from "@wordloom/tensor";
import { tensors } from "@wordloom/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hierarchicalSoftmax } from "./hierarchical-softmax.js";
import { huffmanCode } from "./huffman-code.js";

// The ways 1, 01, 001 and 000, through nodes 2, 1 and 0.
const code = huffmanCode([5, 2, 1, 1]);
const log = { sigmoid: (x: number) => -Math.log1p(Math.exp(-x)) };

describe("hierarchicalSoftmax(table, code)", () => {
  test("adds up −log σ(±s) on the way to the target: scores 3, 2 and −1 at nodes 2, 1 and 0", () => {
    const table = parameter("W", matrix([[-1], [2], [3]], "f64"));
    const lossOf = (target: number) =>
      hierarchicalSoftmax(table, code).forward({ hidden: matrix([[1]], "f64"), targets: ids([1], [target]) }).value;
    expect(lossOf(0)).toBeCloseTo(-log.sigmoid(-3), 14);
    expect(lossOf(1)).toBeCloseTo(-log.sigmoid(3) - log.sigmoid(-2), 14);
    expect(lossOf(2)).toBeCloseTo(-log.sigmoid(3) - log.sigmoid(2) - log.sigmoid(1), 14);
    expect(lossOf(3)).toBeCloseTo(-log.sigmoid(3) - log.sigmoid(2) - log.sigmoid(-1), 14);
  });

  test("sends σ(s) − t back to each node on the way, and to no other", () => {
    const table = parameter("W", matrix([[7, 7], [0, 0], [0, Math.log(3)]], "f64")); // biome-ignore format: a matrix
    const hidden = matrix([[4, 1]], "f64");
    const dHidden = hierarchicalSoftmax(table, code)
      .forward({ hidden, targets: ids([1], [1]) })
      .backward();
    // Node 2: s = log 3, bit 0, σ − 1 = −1/4. Node 1: s = 0, bit 1, σ = 1/2.
    expect([...table.grad.data]).toEqual([0, 0, 2, 0.5, -1, -0.25].map((g) => expect.closeTo(g, 14)));
    expect([...dHidden.data]).toEqual([0, -Math.log(3) / 4].map((g) => expect.closeTo(g, 14)));
    expect([...table.touchedRows.isMember]).toEqual([0, 1, 1]);
  });

  test("gives probabilities that sum to 1 over all words, whatever the counts, weights and hidden vector", () => {
    const cases = fc
      .array(fc.nat(9), { minLength: 1, maxLength: 12 })
      .chain((counts) => fc.tuple(fc.constant(counts), tensors([counts.length - 1, 3]), tensors([1, 3])));
    fc.assert(
      fc.property(cases, ([counts, table, hidden]) => {
        const loss = hierarchicalSoftmax(parameter("W", table), huffmanCode(counts));
        const total = counts.reduce(
          (sum, _, w) => sum + Math.exp(-loss.forward({ hidden, targets: ids([1], [w]) }).value),
          0,
        );
        expect(total).toBeCloseTo(1, 12);
      }),
    );
  });

  test("knows a single word beforehand, and knows nothing where all weights are 0: a bit a turn", () => {
    const hidden = zeros([1, 2], "f64");
    const none = parameter("W", zeros([0, 2], "f64"));
    expect(hierarchicalSoftmax(none, huffmanCode([9])).forward({ hidden, targets: ids([1], [0]) }).value).toBe(0);
    const nothing = hierarchicalSoftmax(parameter("W", zeros([3, 2], "f64")), code);
    expect(nothing.forward({ hidden, targets: ids([1], [2]) }).value).toBeCloseTo(3 * Math.LN2, 14);
  });

  test("is finite at scores of ±800", () => {
    const table = parameter("W", matrix([[0], [0], [800]], "f64"));
    const lossAt = (h: number) =>
      hierarchicalSoftmax(table, code).forward({ hidden: matrix([[h]], "f64"), targets: ids([1], [0]) }).value;
    expect([lossAt(1), lossAt(-1)]).toEqual([800, 0]);
  });

  test("takes the steps of sequences as so many lines", () => {
    const table = parameter("W", matrix([[1], [2], [-1]], "f64"));
    const hidden: Tensor = { shape: [2, 2, 1], data: Float64Array.of(1, 2, -1, 0.5) };
    const loss = hierarchicalSoftmax(table, code);
    const steps = loss.forward({ hidden, targets: ids([2, 2], [0, 1, 2, 3]) });
    const lines = loss.forward({ hidden: { ...hidden, shape: [4, 1] }, targets: ids([4], [0, 1, 2, 3]) });
    expect(steps.value).toBe(lines.value);
    expect(steps.backward()).toEqual({ shape: [2, 2, 1], data: lines.backward().data });
  });

  test("names what does not fit", () => {
    const table = parameter("W", zeros([3, 2]));
    expect(() => hierarchicalSoftmax(parameter("W", zeros([4, 2])), code)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: hierarchicalSoftmax: W is [4, 2], expected [3, 2]]`,
    );
    const loss = hierarchicalSoftmax(table, code);
    expect(() => loss.forward({ hidden: zeros([2, 2]), targets: ids([1], [0]) })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: hierarchicalSoftmax: hidden is [2, 2], expected [1, 2]]`,
    );
    expect(() => loss.forward({ hidden: zeros([1, 2]), targets: ids([1], [4]) })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: hierarchicalSoftmax: id 4 at [0] is outside the 4 rows of "the code"; was the corpus encoded with this vocabulary?]`,
    );
    expect(() => loss.forward({ hidden: zeros([0, 2]), targets: ids([0], []) })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: hierarchicalSoftmax: the batch is empty]`,
    );
    expect(() => loss.forward({ hidden: zeros([1, 2], "f64"), targets: ids([1], [0]) })).toThrow("one operand is f32");
  });
});
