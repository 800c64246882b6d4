import { parameter, type Tensor, tensor, zeros } from "@wordloom/tensor";
import { arrayMatchers } from "@wordloom/testing";
import type {} from "@wordloom/testing/vitest";
import { describe, expect, test } from "vitest";
import { type LstmLayer, lstm } from "./lstm.js";

expect.extend(arrayMatchers);

const vector = (...values: number[]): Tensor => tensor([values.length], Float64Array.from(values));
const row = (...values: number[]): Tensor => tensor([1, values.length], Float64Array.from(values));

/** One input, one hidden number, every weight given: `[i, f, g, o]` each. */
function single(inputWeight: number[], hiddenWeight: number[], bias: number[]): LstmLayer {
  return lstm(
    parameter("W_x", row(...inputWeight)),
    parameter("W_h", row(...hiddenWeight)),
    parameter("b", vector(...bias)),
  );
}

const sequenceOf = (...values: number[]): Tensor => tensor([values.length, 1, 1], Float64Array.from(values));

describe("lstm(inputWeight, hiddenWeight, bias)", () => {
  test("halves its cell and lets half of it out where all gates are undecided", () => {
    const layer = single([0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]);
    const { output, state } = layer.forward({
      sequence: sequenceOf(5, 7),
      state: { hidden: row(9), cell: row(4) },
    });
    expect(state.cell.data[0]).toBe(1);
    expect(output).toBeCloseToArray([[[Math.tanh(2) / 2]], [[Math.tanh(1) / 2]]], 1e-15);
  });

  test("takes input, forget, cell and output gates from the four blocks of columns, in this order", () => {
    const cellAfter = (...bias: number[]) =>
      single([0, 0, 0, 0], [0, 0, 0, 0], bias).forward({
        sequence: sequenceOf(0),
        state: { hidden: row(0), cell: row(0.5) },
      });
    // Shut is −800, open 800: the cell keeps 0.5, takes in tanh 800 = 1, or both.
    expect(cellAfter(-800, 800, 800, 0).state.cell.data[0]).toBe(0.5);
    expect(cellAfter(800, -800, 800, 0).state.cell.data[0]).toBe(1);
    expect(cellAfter(800, 800, -800, 0).state.cell.data[0]).toBe(-0.5);
    expect(cellAfter(-800, 800, 800, 800).output.data[0]).toBeCloseTo(Math.tanh(0.5), 15);
    expect(cellAfter(-800, 800, 800, -800).output.data[0]).toBe(0);
  });

  test("reads its own output of the step before", () => {
    // Only the cell's input sees h[t − 1]; i and o are open, f is shut: h[t] = tanh tanh h[t − 1].
    const layer = single([0, 0, 0, 0], [0, 0, 1, 0], [800, -800, 0, 800]);
    const { output } = layer.forward({ sequence: sequenceOf(0, 0), state: { hidden: row(0.7), cell: row(9) } });
    const first = Math.tanh(Math.tanh(0.7));
    expect(output).toBeCloseToArray([[[first]], [[Math.tanh(Math.tanh(first))]]], 1e-15);
  });

  test("names what does not fit", () => {
    const [W_x, W_h, b] = [zeros([3, 8]), zeros([2, 8]), zeros([8])].map((value, i) =>
      parameter(["W_x", "W_h", "b"][i], value),
    );
    expect(() => lstm(W_h, W_x, b)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: lstm: W_h is [2, 8], expected [2, 12]]`,
    );
    expect(() => lstm(W_x, parameter("wide", zeros([2, 9])), b)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: lstm: wide is [2, 9], expected [2, 8]]`,
    );
    expect(() => lstm(W_x, W_h, W_h)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: lstm: W_h is [2, 8], expected [8]]`,
    );
    const double = (shape: number[], length: number) => parameter("double", { shape, data: new Float64Array(length) });
    expect(() => lstm(W_x, double([2, 8], 16), b)).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: lstm: one operand is f32, another f64; convert one of them]`,
    );
    expect(() => lstm(W_x, W_h, double([8], 8))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: lstm: one operand is f32, another f64; convert one of them]`,
    );
    const layer = lstm(W_x, W_h, b);
    const state = { hidden: zeros([4, 2]), cell: zeros([4, 2]) };
    expect(() => layer.forward({ sequence: zeros([4, 3]), state })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: lstm: sequence is [4, 3], expected [T, B, 3]: one step after the other]`,
    );
    expect(() => layer.forward({ sequence: zeros([5, 6, 3]), state })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: lstm: state.hidden is [4, 2], expected [6, 2]]`,
    );
    expect(() =>
      layer.forward({ sequence: zeros([5, 4, 3]), state: { hidden: state.hidden, cell: zeros([5, 2]) } }),
    ).toThrowErrorMatchingInlineSnapshot(`[ShapeError: lstm: state.cell is [5, 2], expected [4, 2]]`);
    expect(() => layer.forward({ sequence: zeros([5, 4, 3], "f64"), state })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: lstm: one operand is f32, another f64; convert one of them]`,
    );
    for (const part of ["hidden", "cell"]) {
      const mixed = { ...state, [part]: zeros([4, 2], "f64") };
      expect(() => layer.forward({ sequence: zeros([5, 4, 3]), state: mixed })).toThrowErrorMatchingInlineSnapshot(
        `[ShapeError: lstm: one operand is f32, another f64; convert one of them]`,
      );
    }
    const { backward } = layer.forward({ sequence: zeros([5, 4, 3]), state });
    expect(() => backward(zeros([5, 4, 3]))).toThrowErrorMatchingInlineSnapshot(
      `[ShapeError: lstm: dOutput is [5, 4, 3], expected [5, 4, 2]]`,
    );
  });
});
