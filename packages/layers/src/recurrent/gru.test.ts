import { parameter, type Tensor, tensor, zeros } from "@wordloom/tensor";
import { arrayMatchers } from "@wordloom/testing";
import type {} from "@wordloom/testing/vitest";
import { describe, expect, test } from "vitest";
import { type GruLayer, gru } from "./gru.js";

expect.extend(arrayMatchers);

const vector = (...values: number[]): Tensor => tensor([values.length], Float64Array.from(values));
const row = (...values: number[]): Tensor => tensor([1, values.length], Float64Array.from(values));

/** One input, one hidden number, every weight given: `[z, r, n]` each. */
function single(inputWeight: number[], hiddenWeight: number[], bias: number[]): GruLayer {
  return gru(
    parameter("W_x", row(...inputWeight)),
    parameter("W_h", row(...hiddenWeight)),
    parameter("b", vector(...bias)),
  );
}

const sequenceOf = (...values: number[]): Tensor => tensor([values.length, 1, 1], Float64Array.from(values));

describe("gru(inputWeight, hiddenWeight, bias)", () => {
  test("goes forward and back through a step as it does on paper", () => {
    // z = σ(ln 3) = 3/4, r = σ(−ln 3) = 1/4, n = tanh(1/4 · 4 ln 2) = 3/5; h = 3/4 · 1 + 1/4 · 3/5.
    const [ln2, ln3] = [Math.log(2), Math.log(3)];
    const layer = single([ln3, -ln3, 0], [0, 0, 4 * ln2], [0, 0, 0]);
    const { output, state, backward } = layer.forward({ sequence: sequenceOf(1), state: { hidden: row(1) } });
    expect(output).toBeCloseToArray([[[0.9]]], 1e-15);
    expect(state.hidden).toBeCloseToArray([[0.9]], 1e-15);

    // Into n: (1 − z) · (1 − n²) = 4/25. Into z: (h₋₁ − n) · z · (1 − z) = 3/40.
    // Into r: 4/25 · 4 ln 2 · h₋₁ · r · (1 − r) = 3/25 · ln 2.
    const [dz, dr, dn] = [3 / 40, (3 / 25) * ln2, 4 / 25];
    expect(backward(tensor([1, 1, 1], Float64Array.of(1)))).toBeCloseToArray([[[dz * ln3 - dr * ln3]]], 1e-15);
    const [inputWeight, hiddenWeight, bias] = layer.parameters;
    expect(inputWeight.grad).toBeCloseToArray([[dz, dr, dn]], 1e-15);
    expect(hiddenWeight.grad).toBeCloseToArray([[dz, dr, dn / 4]], 1e-15);
    expect(bias.grad).toBeCloseToArray([dz, dr, dn], 1e-15);
  });

  test("halves its state and the candidate where both gates are undecided", () => {
    const layer = single([0, 0, 1], [0, 0, 0], [0, 0, 0]);
    const { output } = layer.forward({ sequence: sequenceOf(0, 800), state: { hidden: row(1) } });
    expect([...output.data]).toEqual([0.5, 0.75]);
  });

  test("takes update gate, reset gate and candidate from the three blocks of columns, in this order", () => {
    // Shut is −800, open 800. The candidate is tanh h₋₁ if the reset gate is open, tanh 0 if it is shut.
    const after = (...bias: number[]) =>
      single([0, 0, 0], [0, 0, 1], bias).forward({ sequence: sequenceOf(0), state: { hidden: row(0.5) } }).output
        .data[0];
    expect(after(800, -800, 0)).toBe(0.5);
    expect(after(800, 800, 800)).toBe(0.5);
    expect(after(-800, -800, 0)).toBe(0);
    expect(after(-800, -800, 800)).toBe(1);
    expect(after(-800, 800, 0)).toBeCloseTo(Math.tanh(0.5), 15);
  });

  test("resets the numbers that go into the product with W_hn, not those that come out", () => {
    // The second candidate reads the first number of the state; each reset gate is open or shut.
    const second = (firstReset: number, secondReset: number) => {
      const layer = gru(
        parameter("W_x", zeros([1, 6], "f64")),
        parameter("W_h", tensor([2, 6], Float64Array.of(0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0))),
        parameter("b", vector(-800, -800, firstReset, secondReset, 0, 0)),
      );
      return layer.forward({ sequence: sequenceOf(0), state: { hidden: row(0.5, 0.25) } }).output.data[1];
    };
    expect(second(-800, 800)).toBe(0);
    expect(second(800, -800)).toBeCloseTo(Math.tanh(0.5), 15);
  });

  test("reads its own output of the step before", () => {
    // The update gate is shut, the reset gate open: h[t] = tanh h[t − 1].
    const layer = single([0, 0, 0], [0, 0, 1], [-800, 800, 0]);
    const { output } = layer.forward({ sequence: sequenceOf(0, 0), state: { hidden: row(0.7) } });
    expect(output).toBeCloseToArray([[[Math.tanh(0.7)]], [[Math.tanh(Math.tanh(0.7))]]], 1e-15);
  });

  test("names what does not fit", () => {
    const [W_x, W_h, b] = [zeros([3, 6]), zeros([2, 6]), zeros([6])].map((value, i) =>
      parameter(["W_x", "W_h", "b"][i], value),
    );
    expect(() => gru(W_h, W_x, b)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: gru: W_h is [2, 6], expected [2, 9]]`,
    );
    expect(() => gru(b, W_h, b)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: gru: b must be a matrix, its shape is [6]]`,
    );
    expect(() => gru(parameter("narrow", zeros([3, 5])), W_h, b)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: gru: narrow is [3, 5], expected [3, 6]]`,
    );
    expect(() => gru(W_x, parameter("wide", zeros([2, 7])), b)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: gru: wide is [2, 7], expected [2, 6]]`,
    );
    expect(() => gru(W_x, b, b)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: gru: b must be a matrix, its shape is [6]]`,
    );
    expect(() => gru(W_x, W_h, W_h)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: gru: W_h is [2, 6], expected [6]]`,
    );
    expect(() => gru(W_x, parameter("double", zeros([2, 6], "f64")), b)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: gru: one operand is f32, another f64; convert one of them]`,
    );
    expect(() => gru(W_x, W_h, parameter("double", zeros([6], "f64")))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: gru: one operand is f32, another f64; convert one of them]`,
    );
    const layer = gru(W_x, W_h, b);
    const [sequence, state] = [zeros([5, 4, 3]), { hidden: zeros([4, 2]) }];
    expect(() => layer.forward({ sequence: zeros([4, 3]), state })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: gru: sequence is [4, 3], expected [T, B, 3]: one step after the other]`,
    );
    expect(() => layer.forward({ sequence: zeros([5, 4, 2]), state })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: gru: sequence is [5, 4, 2], expected [T, B, 3]: one step after the other]`,
    );
    expect(() => layer.forward({ sequence: zeros([5, 6, 3]), state })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: gru: state.hidden is [4, 2], expected [6, 2]]`,
    );
    expect(() => layer.forward({ sequence: zeros([5, 4, 3], "f64"), state })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: gru: one operand is f32, another f64; convert one of them]`,
    );
    expect(() =>
      layer.forward({ sequence, state: { hidden: zeros([4, 2], "f64") } }),
    ).toThrowErrorMatchingInlineSnapshot(`[ShapeError: gru: one operand is f32, another f64; convert one of them]`);
    const { backward } = layer.forward({ sequence, state });
    expect(() => backward(zeros([5, 4, 3]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: gru: dOutput is [5, 4, 3], expected [5, 4, 2]]`,
    );
    expect(() => backward(zeros([5, 4, 2], "f64"))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: add: one operand is f32, another f64; convert one of them]`,
    );
  });
});
