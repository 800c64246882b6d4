import {
  kernelMemory,
  type Parameter,
  parameter,
  type Tensor,
  touchRow,
  zeroGradients,
  zeros,
  zerosIn,
} from "@wordloom/tensor";
import { seeds } from "@wordloom/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainOptimizers } from "../compose/chain-optimizers.js";
import { clipByGlobalNorm } from "../compose/clip-by-global-norm.js";
import type { Optimizer, OptimizerState, RowState } from "../optimizer.js";
import { adaGrad } from "../rules/ada-grad.js";
import { adam } from "../rules/adam.js";
import { momentum } from "../rules/momentum.js";
import { nesterov } from "../rules/nesterov.js";
import { rmsProp } from "../rules/rms-prop.js";
import { sgd } from "../rules/sgd.js";
import { cosineDecay, linearDecay, warmup } from "../schedules/schedule.js";
import { restoreState } from "./restore-state.js";
import { saveState } from "./save-state.js";

// The types of this package know nothing of a browser's or Node's globals.
declare function structuredClone<Value>(value: Value): Value;

const rate = warmup(2, cosineDecay(0.1, 0.01, 6));
const optimizers: [name: string, make: () => Optimizer][] = [
  ["sgd", () => sgd(rate)],
  ["momentum", () => momentum(rate)],
  ["nesterov", () => nesterov(rate)],
  ["adaGrad", () => adaGrad(rate)],
  ["rmsProp", () => rmsProp(rate)],
  ["adam", () => adam(rate)],
  ["a chain", () => chainOptimizers(clipByGlobalNorm(0.5), adam(rate))],
  ["a chain of chains", () => chainOptimizers(chainOptimizers(sgd(0.01)), momentum(linearDecay(0.1, 0, 4)))],
];

/** What saves a state, and reads it again. */
const ways: [name: string, way: (state: OptimizerState) => OptimizerState][] = [
  ["saveState", saveState],
  ["structuredClone", structuredClone],
  [
    "JSON",
    (state) => JSON.parse(JSON.stringify(state, (_, x) => (ArrayBuffer.isView(x) ? Array.from(x as Float64Array) : x))),
  ],
];

/** Where tables live: f32 in kernel memory, where SIMD kernels work, and elsewhere; f64. */
const homes: [name: string, make: (shape: readonly number[]) => Tensor][] = [
  ["f64", (shape) => zeros(shape, "f64")],
  ["f32", (shape) => zeros(shape)],
  ["f32 in kernel memory", (shape) => zerosIn(kernelMemory(4 * 4 * shape[0] * shape[1]), shape)],
];

describe.each(optimizers)("a saved state of %s", (_name, make) => {
  describe.each(homes)("for tables of %s", (home, tableOf) => {
    test.each(ways)("goes on, by %s, as if training had never stopped, to the bit", (_way, way) => {
      const steps = 6;
      fc.assert(
        fc.property(seeds(), fc.integer({ min: 0, max: steps }), (seed, pause) => {
          const whole = tables(tableOf);
          train(make(), make().init(whole), whole, seed, 0, steps);

          const first = tables(tableOf);
          const state = make().init(first);
          train(make(), state, first, seed, 0, pause);
          const saved = way(state);
          const values = first.map(({ value }) => value.data.slice());
          // What is trained on changes no copy.
          train(make(), state, first, seed, pause, steps);

          const second = tables(tableOf);
          for (const [i, { value }] of second.entries()) value.data.set(values[i]);
          const restored = restoreState(make(), second, saved);
          train(make(), restored, second, seed, pause, steps);
          expect(second.map(({ value }) => bytesOf(value))).toEqual(whole.map(({ value }) => bytesOf(value)));
          expect(saveState(restored)).toEqual(saveState(state));
        }),
        { numRuns: home === "f32 in kernel memory" ? 3 : 10 },
      );
    });
  });
});

describe("saveState(state)", () => {
  test("has arrays of its own, as long as their numbers, where the state lives in kernel memory", () => {
    const table = parameter("W", zerosIn(kernelMemory(4 * 4 * 6), [3, 2]));
    const state = saveState(adam(0.1).init([table])) as RowState;
    expect(state.slots[0].map(({ buffer }) => buffer.byteLength)).toEqual([24, 24]);
  });
});

describe("restoreState(optimizer, parameters, saved)", () => {
  const table = parameter("W", zeros([3, 2]));
  const saved = () => adam(0.1).init([table]);

  test("puts the numbers where the parameters live", () => {
    const inMemory = parameter("W", zerosIn(kernelMemory(4 * 4 * 6), [3, 2]));
    const { slots } = restoreState(adam(0.1), [inMemory], saved()) as RowState;
    expect(slots[0][0].buffer).toBe(inMemory.value.data.buffer);
  });

  test("says what is not as this optimizer's state is", () => {
    const restore = (state: unknown, optimizer = adam(0.1), parameters = [table]) =>
      restoreState(optimizer, parameters, state as OptimizerState);
    expect(() => restore(undefined)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: restoreState: the state is undefined; it must be an object]`,
    );
    expect(() => restore({ ...saved(), step: "3" })).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: restoreState: the state.step is a string; it must be a number]`,
    );
    expect(() => restore(sgd(0.1).init([table]))).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: restoreState: the state is one of "sgd", and the optimizer is "adam"]`,
    );
    expect(() =>
      restore(saved(), adam(0.1), [table, parameter("U", zeros([1, 2]))]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: restoreState: the state.slots has 1 entries, expected 2; was it saved for the same parameters, in the same order?]`,
    );
    expect(() => restore(saved(), adam(0.1), [parameter("U", zeros([4, 2]))])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: restoreState: the state.slots[0][0] has 6 entries, expected 8; was it saved for the same parameters, in the same order?]`,
    );
    expect(() =>
      restore(saved(), adam(0.1), [parameter("U", zeros([3, 2], "f64"))]),
    ).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: restoreState: the state.slots[0][0] is a Float32Array; it must be a Float64Array or a list of numbers]`,
    );
    expect(() => restore(momentum(0.1).init([table]), nesterov(0.1))).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: restoreState: the state is one of "momentum", and the optimizer is "nesterov"]`,
    );
    expect(() => restore(saved(), chainOptimizers(adam(0.1)))).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: restoreState: the state is an object; it must be a list]`,
    );
    expect(() => restore(JSON.parse(JSON.stringify(saved())))).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: restoreState: the state.slots[0][0] is an object; it must be a Float32Array or a list of numbers]`,
    );
  });
});

function tables(tableOf: (shape: readonly number[]) => Tensor): Parameter[] {
  return [[4, 3], [5, 2]].map((shape, p) => {
    const value = tableOf(shape);
    for (let i = 0; i < value.data.length; i++) value.data[i] = Math.sin(1 + i + 10 * p);
    return parameter(`${p}`, value);
  }); // biome-ignore format: two shapes
}

/** Steps `from` to `to − 1`, each with gradients and touched rows that follow from the seed. */
function train(
  optimizer: Optimizer,
  state: OptimizerState,
  parameters: readonly Parameter[],
  seed: number,
  from: number,
  to: number,
): void {
  for (let step = from; step < to; step++) {
    for (const { grad, ...rest } of parameters) {
      const [V, D] = grad.shape;
      for (let v = 0; v < V; v++) {
        if (Math.sin((seed % 1000) + 3 * step + 7 * v) < 0) continue;
        touchRow({ grad, ...rest }, v);
        for (let d = 0; d < D; d++) grad.data[v * D + d] = Math.sin((seed % 997) + 5 * step + 11 * v + d);
      }
    }
    optimizer.update(state, parameters);
    zeroGradients(parameters);
  }
}

function bytesOf({ data: { buffer, byteOffset, byteLength } }: Tensor): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength).slice();
}
