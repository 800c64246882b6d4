import { randomFromSeed, uniform } from "@wordloom/random";
import { parameter, type Tensor, tensor, zeroGradients, zeros } from "@wordloom/tensor";
import { arrayMatchers, checkGradients, tensors } from "@wordloom/testing";
import type {} from "@wordloom/testing/vitest";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import golden from "./fixtures/gru.json" with { type: "json" };
import { type GruInput, type GruLayer, type GruState, gru } from "./gru.js";

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

const start = (B: number, H: number): GruState => ({ hidden: zeros([B, H], "f64") });
const sequenceOf = (...values: number[]): Tensor => tensor([values.length, 1, 1], Float64Array.from(values));

describe("gru(inputWeight, hiddenWeight, bias)", () => {
  test("goes forward and back through a step as it does on paper", () => {
    // z = σ(ln 3) = 3/4, r = σ(−ln 3) = 1/4, n = tanh(1/4 · 4 ln 2) = 3/5; h = 3/4 · 1 + 1/4 · 3/5.
    const [ln2, ln3] = [Math.log(2), Math.log(3)];
    const layer = single([ln3, -ln3, 0], [0, 0, 4 * ln2], [0, 0, 0]);
    const { output, state, backward } = layer.forward({ sequence: sequenceOf(1), state: { hidden: row(1) } });
    expect(output).toBeCloseToArray([[[0.9]]], 1e-15);
    expect(state.hidden).toBeCloseToArray([[0.9]], 1e-15);

    // Into n: (1 − z) · (1 − n²) = 4/25. Into z: (h₋₁ − n) · z · (1 − z) = 3/40. Into r: 4/25 · 4 ln 2 · h₋₁ · r · (1 − r).
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

  test("computes what NumPy computes over four steps, and the gradients of a complex step", () => {
    const { sequence, hidden } = golden.inputs;
    const weights = [golden.inputs.inputWeight, golden.inputs.hiddenWeight, golden.inputs.bias].map((values, i) =>
      parameter(`${i}`, nested(values)),
    );
    const layer = gru(weights[0], weights[1], weights[2]);
    const { output, state, backward } = layer.forward({
      sequence: nested(sequence),
      state: { hidden: nested(hidden) },
    });
    expect(output).toBeCloseToArray(golden.output, 1e-15);
    expect(state.hidden).toBeCloseToArray(golden.state.hidden, 1e-15);
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

  test("keeps nothing of a piece alive in what it hands on", () => {
    const { output, state } = single([0, 0, 0], [0, 0, 0], [0, 0, 0]).forward({
      sequence: sequenceOf(1, 2, 3),
      state: { hidden: row(1) },
    });
    expect(output.data.buffer.byteLength).toBe(3 * 8);
    expect(state.hidden.data.buffer.byteLength).toBe(8);
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
    const weights = [[1, 12], [4, 12], [12]].map((shape, i) => {
      const size = shape.reduce((product, length) => product * length, 1);
      return parameter(
        `${i}`,
        tensor(
          shape,
          Float64Array.from({ length: size }, () => uniform(random) - 0.5),
        ),
      );
    });
    const layer = gru(weights[0], weights[1], weights[2]);
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

/** A layer and T steps for it, of sizes 1 and 2. */
function arrangements(T: number): fc.Arbitrary<{ layer: GruLayer; input: GruInput }> {
  const size = fc.integer({ min: 1, max: 2 });
  return fc.tuple(size, size, size).chain(([B, D, H]) =>
    fc
      .tuple(
        ...[[D, 3 * H], [H, 3 * H], [3 * H], [T, B, D], [B, H]].map((shape) => tensors(shape)), // biome-ignore format: one list
      )
      .map(([inputWeight, hiddenWeight, bias, sequence, hidden]) => ({
        layer: gru(parameter("W_x", inputWeight), parameter("W_h", hiddenWeight), parameter("b", bias)),
        input: { sequence, state: { hidden } },
      })),
  );
}

/** Steps `from` to `to − 1` of a sequence. */
function steps({ sequence: { shape, data } }: GruInput, from: number, to: number): Tensor {
  const [, B, D] = shape;
  return tensor([to - from, B, D], data.slice(from * B * D, to * B * D));
}

function nested(values: unknown): Tensor {
  const shape: number[] = [];
  for (let inner: unknown = values; Array.isArray(inner); inner = inner[0]) shape.push(inner.length);
  const flat = (inner: unknown): number[] => (Array.isArray(inner) ? inner.flatMap(flat) : [Number(inner)]);
  return tensor(shape, Float64Array.from(flat(values)));
}
