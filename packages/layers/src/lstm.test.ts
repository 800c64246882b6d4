import { randomFromSeed, uniform } from "@wordloom/random";
import { parameter, type Tensor, tensor, zeroGradients, zeros } from "@wordloom/tensor";
import { arrayMatchers, checkGradients, tensors } from "@wordloom/testing";
import type {} from "@wordloom/testing/vitest";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import golden from "./fixtures/lstm.json" with { type: "json" };
import { type LstmInput, type LstmLayer, type LstmState, lstm } from "./lstm.js";

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

const start = (B: number, H: number): LstmState => ({ hidden: zeros([B, H], "f64"), cell: zeros([B, H], "f64") });
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

  test("computes what NumPy computes over four steps, and the gradients of a complex step", () => {
    const { sequence, hidden, cell } = golden.inputs;
    const weights = [golden.inputs.inputWeight, golden.inputs.hiddenWeight, golden.inputs.bias].map((values, i) =>
      parameter(`${i}`, nested(values)),
    );
    const layer = lstm(weights[0], weights[1], weights[2]);
    const { output, state, backward } = layer.forward({
      sequence: nested(sequence),
      state: { hidden: nested(hidden), cell: nested(cell) },
    });
    expect(output).toBeCloseToArray(golden.output, 1e-15);
    expect(state.hidden).toBeCloseToArray(golden.state.hidden, 1e-15);
    expect(state.cell).toBeCloseToArray(golden.state.cell, 1e-15);
    expect(backward(nested(golden.dOutput))).toBeCloseToArray(golden.gradients.sequence, 1e-14);
    expect(weights[0].grad).toBeCloseToArray(golden.gradients.inputWeight, 1e-14);
    expect(weights[1].grad).toBeCloseToArray(golden.gradients.hiddenWeight, 1e-14);
    expect(weights[2].grad).toBeCloseToArray(golden.gradients.bias, 1e-14);
  });

  test("reads a text in pieces as it reads the whole, to the bit, if each starts from the state of the one before", () => {
    fc.assert(
      fc.property(arrangements(5), ({ layer, input }) => {
        const whole = layer.forward(input);
        const first = layer.forward({ sequence: steps(input, 0, 2), state: input.state });
        const second = layer.forward({ sequence: steps(input, 2, 5), state: first.state });
        expect([...first.output.data, ...second.output.data]).toEqual([...whole.output.data]);
        expect(second.state).toEqual(whole.state);
      }),
    );
  });

  test("cuts the gradient where a piece begins: the state it starts from is a constant", () => {
    fc.assert(
      fc.property(arrangements(4), ({ layer, input }) => {
        const { state } = layer.forward({ sequence: steps(input, 0, 3), state: input.state });
        const piece = { sequence: steps(input, 3, 4), state };
        const random = randomFromSeed(7);
        expect(checkGradients(layer, piece, () => uniform(random), { wrt: piece.sequence })).toBeLessThan(1e-6);

        // Within a call the gradient does reach the steps before.
        const { output, backward } = layer.forward(input);
        const dOutput = { shape: output.shape, data: output.data.map((_, i) => (i < output.data.length - 1 ? 0 : 1)) };
        const { data } = backward(dOutput);
        expect(data.some((d, i) => i < data.length / 4 && d !== 0)).toBe(true);
      }),
    );
  });

  test("remembers a bit over eight steps, if it is trained to", () => {
    // The target of the last step is the first number; all others are noise.
    const random = randomFromSeed(3);
    const weights = [[1, 16], [4, 16], [16]].map((shape, i) => {
      const size = shape.reduce((product, length) => product * length, 1);
      return parameter(
        `${i}`,
        tensor(
          shape,
          Float64Array.from({ length: size }, () => uniform(random) - 0.5),
        ),
      );
    });
    const layer = lstm(weights[0], weights[1], weights[2]);
    const [T, B, H] = [8, 16, 4];
    const errors: number[] = [];
    for (let step = 0; step < 400; step++) {
      const data = Float64Array.from({ length: T * B }, () => (uniform(random) < 0.5 ? -1 : 1));
      const { output, backward } = layer.forward({ sequence: tensor([T, B, 1], data), state: start(B, H) });
      const dOutput = zeros(output.shape, "f64");
      let error = 0;
      for (let b = 0; b < B; b++) {
        const last = ((T - 1) * B + b) * H;
        const difference = output.data[last] - 0.5 * data[b];
        error += difference ** 2 / B;
        dOutput.data[last] = (2 * difference) / B;
      }
      backward(dOutput);
      for (const { value, grad } of weights) for (const [i, g] of grad.data.entries()) value.data[i] -= 0.5 * g;
      zeroGradients(weights);
      errors.push(error);
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(errors.slice(0, 20))).toBeGreaterThan(0.2);
    expect(mean(errors.slice(-20))).toBeLessThan(0.01);
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

/** A layer and T steps for it, of sizes 1 and 2. */
function arrangements(T: number): fc.Arbitrary<{ layer: LstmLayer; input: LstmInput }> {
  const size = fc.integer({ min: 1, max: 2 });
  return fc.tuple(size, size, size).chain(([B, D, H]) =>
    fc
      .tuple(
        ...[[D, 4 * H], [H, 4 * H], [4 * H], [T, B, D], [B, H], [B, H]].map((shape) => tensors(shape)), // biome-ignore format: one list
      )
      .map(([inputWeight, hiddenWeight, bias, sequence, hidden, cell]) => ({
        layer: lstm(parameter("W_x", inputWeight), parameter("W_h", hiddenWeight), parameter("b", bias)),
        input: { sequence, state: { hidden, cell } },
      })),
  );
}

/** Steps `from` to `to − 1` of a sequence. */
function steps({ sequence: { shape, data } }: LstmInput, from: number, to: number): Tensor {
  const [, B, D] = shape;
  return tensor([to - from, B, D], data.slice(from * B * D, to * B * D));
}

function nested(values: unknown): Tensor {
  const shape: number[] = [];
  for (let inner: unknown = values; Array.isArray(inner); inner = inner[0]) shape.push(inner.length);
  const flat = (inner: unknown): number[] => (Array.isArray(inner) ? inner.flatMap(flat) : [Number(inner)]);
  return tensor(shape, Float64Array.from(flat(values)));
}
