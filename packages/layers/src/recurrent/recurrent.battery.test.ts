import { type Random, randomFromSeed, uniform } from "@wordloom/random";
import { type Parameter, parameter, type Tensor, tensor, zeroGradients, zeros } from "@wordloom/tensor";
import { arrayMatchers, checkGradients, type NumberArray, tensors } from "@wordloom/testing";
import type {} from "@wordloom/testing/vitest";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Forward, Layer } from "../layer.js";
import goldenGru from "./fixtures/gru.json" with { type: "json" };
import goldenLstm from "./fixtures/lstm.json" with { type: "json" };
import { gru } from "./gru.js";
import { lstm } from "./lstm.js";

expect.extend(arrayMatchers);

interface Input<State> {
  readonly sequence: Tensor;
  readonly state: State;
}

interface RecurrentLayer<State> extends Layer<Input<State>> {
  forward(input: Input<State>): Forward & { readonly state: State };
}

/** A layer of one row: what tells it from the others. */
interface RecurrentRow<State> {
  readonly name: string;
  readonly layer: (inputWeight: Parameter, hiddenWeight: Parameter, bias: Parameter) => RecurrentLayer<State>;
  /** Blocks of H columns in its weights. */
  readonly blocks: number;
  /** Tensors, `[B, H]`, in its state, and the state of them, in their order. */
  readonly parts: number;
  readonly state: (parts: readonly Tensor[]) => State;
  /** Computed by a program of another kind, fixtures/NAME.py; `start` and `end` are the states' parts. */
  readonly golden: {
    readonly inputs: Readonly<Record<"sequence" | "inputWeight" | "hiddenWeight" | "bias", NumberArray>>;
    readonly start: readonly NumberArray[];
    readonly end: readonly NumberArray[];
    readonly output: NumberArray;
    readonly dOutput: NumberArray;
    readonly gradients: Readonly<Record<"sequence" | "inputWeight" | "hiddenWeight" | "bias", NumberArray>>;
  };
}

// One row a layer: what is true of any layer that goes through a text step by step is told once.
recurrentFacts({
  name: "gru",
  layer: gru,
  blocks: 3,
  parts: 1,
  state: ([hidden]) => ({ hidden }),
  golden: { ...goldenGru, start: [goldenGru.inputs.hidden], end: [goldenGru.state.hidden] },
});
recurrentFacts({
  name: "lstm",
  layer: lstm,
  blocks: 4,
  parts: 2,
  state: ([hidden, cell]) => ({ hidden, cell }),
  golden: {
    ...goldenLstm,
    start: [goldenLstm.inputs.hidden, goldenLstm.inputs.cell],
    end: [goldenLstm.state.hidden, goldenLstm.state.cell],
  },
});

function recurrentFacts<State extends object>(row: RecurrentRow<State>): void {
  const { name, layer, golden } = row;
  const partsOf = (state: State): Tensor[] => Object.values(state);

  describe(`${name}, as a recurrent layer`, () => {
    test("computes what NumPy computes over four steps, and the gradients of a complex step", () => {
      const { inputs, gradients } = golden;
      const weights = [inputs.inputWeight, inputs.hiddenWeight, inputs.bias].map((values, i) =>
        parameter(`${i}`, nested(values)),
      );
      const { output, state, backward } = layer(weights[0], weights[1], weights[2]).forward({
        sequence: nested(inputs.sequence),
        state: row.state(golden.start.map(nested)),
      });
      expect(output).toBeCloseToArray(golden.output, 1e-15);
      expect(partsOf(state)).toHaveLength(golden.end.length);
      for (const [i, part] of partsOf(state).entries()) expect(part).toBeCloseToArray(golden.end[i], 1e-15);
      expect(backward(nested(golden.dOutput))).toBeCloseToArray(gradients.sequence, 1e-14);
      for (const [i, values] of [gradients.inputWeight, gradients.hiddenWeight, gradients.bias].entries()) {
        expect(weights[i].grad).toBeCloseToArray(values, 1e-14);
      }
    });

    test("reads a text in pieces as it reads the whole, to the bit, if each starts from the state of the one before", () => {
      fc.assert(
        fc.property(arrangements(row, 5), ({ layer, input }) => {
          const whole = layer.forward(input);
          const first = layer.forward({ sequence: steps(input.sequence, 0, 2), state: input.state });
          const second = layer.forward({ sequence: steps(input.sequence, 2, 5), state: first.state });
          expect([...first.output.data, ...second.output.data]).toEqual([...whole.output.data]);
          expect(second.state).toEqual(whole.state);
        }),
      );
    });

    test("keeps nothing of a piece alive in what it hands on", () => {
      const [T, B, D, H] = [3, 2, 1, 1];
      const { output, state } = layer(...weightsOf(row, D, H, (shape) => zeros(shape, "f64"))).forward({
        sequence: zeros([T, B, D], "f64"),
        state: startOf(row, B, H),
      });
      expect(output.data.buffer.byteLength).toBe(8 * T * B * H);
      expect(partsOf(state).map(({ data }) => data.buffer.byteLength)).toEqual(Array(row.parts).fill(8 * B * H));
    });

    test("cuts the gradient where a piece begins: the state it starts from is a constant", () => {
      fc.assert(
        fc.property(arrangements(row, 4), ({ layer, input }) => {
          const { state } = layer.forward({ sequence: steps(input.sequence, 0, 3), state: input.state });
          const piece = { sequence: steps(input.sequence, 3, 4), state };
          const random = randomFromSeed(7);
          expect(checkGradients(layer, piece, () => uniform(random), { wrt: piece.sequence })).toBeLessThan(1e-6);
        }),
      );
    });

    // Of one arrangement: where drawn weights are all 0, there is no gradient to reach anything.
    test("brings the gradient of the last step to the first within a call", () => {
      const random = randomFromSeed(7);
      const [T, B, D, H] = [4, 2, 2, 2];
      const { output, backward } = row
        .layer(...weightsOf(row, D, H, (shape) => noise(random, shape)))
        .forward({ sequence: noise(random, [T, B, D]), state: startOf(row, B, H) });
      const last = output.data.map((_, i) => (i < output.data.length - 1 ? 0 : 1));
      const { data } = backward({ shape: output.shape, data: last });
      expect(data.some((d, i) => i < data.length / T && d !== 0)).toBe(true);
    });

    test("remembers a bit over eight steps, if it is trained to", () => {
      const errors = errorsOfTraining(row, 400);
      const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(mean(errors.slice(0, 20))).toBeGreaterThan(0.2);
      expect(mean(errors.slice(-20))).toBeLessThan(0.01);
    });
  });
}

/** The target of the last step is the first number, halved; all others are noise. */
function errorsOfTraining<State>(row: RecurrentRow<State>, count: number): number[] {
  const random = randomFromSeed(3);
  const [T, B, D, H] = [8, 16, 1, 4];
  const weights = weightsOf(row, D, H, (shape) => noise(random, shape));
  const layer = row.layer(...weights);
  return Array.from({ length: count }, () => {
    const data = Float64Array.from({ length: T * B }, () => (uniform(random) < 0.5 ? -1 : 1));
    const { output, backward } = layer.forward({ sequence: tensor([T, B, D], data), state: startOf(row, B, H) });
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
    return error;
  });
}

/** A layer and T steps for it, of sizes 1 and 2. */
function arrangements<State>(
  row: RecurrentRow<State>,
  T: number,
): fc.Arbitrary<{ layer: RecurrentLayer<State>; input: Input<State> }> {
  const size = fc.integer({ min: 1, max: 2 });
  return fc.tuple(size, size, size).chain(([B, D, H]) => {
    const shapes = [...weightShapes(row, D, H), [T, B, D], ...Array(row.parts).fill([B, H])];
    return fc
      .tuple(...shapes.map((shape) => tensors(shape)))
      .map(([inputWeight, hiddenWeight, bias, sequence, ...parts]) => ({
        layer: row.layer(parameter("W_x", inputWeight), parameter("W_h", hiddenWeight), parameter("b", bias)),
        input: { sequence, state: row.state(parts) },
      }));
  });
}

function weightShapes({ blocks }: RecurrentRow<unknown>, D: number, H: number): [number[], number[], number[]] {
  return [[D, blocks * H], [H, blocks * H], [blocks * H]];
}

function weightsOf<State>(
  row: RecurrentRow<State>,
  D: number,
  H: number,
  valuesIn: (shape: readonly number[]) => Tensor,
): [Parameter, Parameter, Parameter] {
  const [inputShape, hiddenShape, biasShape] = weightShapes(row, D, H);
  return [
    parameter("W_x", valuesIn(inputShape)),
    parameter("W_h", valuesIn(hiddenShape)),
    parameter("b", valuesIn(biasShape)),
  ];
}

function startOf<State>({ parts, state }: RecurrentRow<State>, B: number, H: number): State {
  return state(Array.from({ length: parts }, () => zeros([B, H], "f64")));
}

function noise(random: Random, shape: readonly number[]): Tensor {
  const length = shape.reduce((product, size) => product * size, 1);
  return tensor(
    shape,
    Float64Array.from({ length }, () => uniform(random) - 0.5),
  );
}

/** Steps `from` to `to − 1` of a sequence. */
function steps({ shape, data }: Tensor, from: number, to: number): Tensor {
  const [, B, D] = shape;
  return tensor([to - from, B, D], data.slice(from * B * D, to * B * D));
}

function nested(values: unknown): Tensor {
  const shape: number[] = [];
  for (let inner: unknown = values; Array.isArray(inner); inner = inner[0]) shape.push(inner.length);
  const flat = (inner: unknown): number[] => (Array.isArray(inner) ? inner.flatMap(flat) : [Number(inner)]);
  return tensor(shape, Float64Array.from(flat(values)));
}
