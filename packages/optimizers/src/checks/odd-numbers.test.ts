import { describe, expect, test } from "vitest";
import { clipByGlobalNorm } from "../compose/clip-by-global-norm.js";
import { clipGradientNorm } from "../compose/clip-gradient-norm.js";
import { adaGrad } from "../rules/ada-grad.js";
import { adam } from "../rules/adam.js";
import { momentum } from "../rules/momentum.js";
import { nesterov } from "../rules/nesterov.js";
import { rmsProp } from "../rules/rms-prop.js";
import { sgd } from "../rules/sgd.js";
import { cosineDecay, joinSchedules, linearDecay, stepDecay, warmup } from "../schedules/schedule.js";

const odd = [Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 0.5, "0.5", null] as number[];
const FRACTION = "it must be in [0, 1)";
const FROM_0 = "it must be a finite number, at least 0";

/** What is called with an odd number, how its error begins and ends, and which of the numbers it takes. */
const options: [begins: string, ends: string, takes: readonly number[], call: (x: number) => unknown][] = [
  ["momentum: momentum is ", FRACTION, [0, 0.5], (x) => momentum(0.1, { momentum: x })],
  ["nesterov: momentum is ", FRACTION, [0, 0.5], (x) => nesterov(0.1, { momentum: x })],
  ["rmsProp: decay is ", FRACTION, [0, 0.5], (x) => rmsProp(0.1, { decay: x })],
  ["rmsProp: epsilon is ", FROM_0, [0, 0.5], (x) => rmsProp(0.1, { epsilon: x })],
  ["adaGrad: epsilon is ", FROM_0, [0, 0.5], (x) => adaGrad(0.1, { epsilon: x })],
  ["adam: beta1 is ", FRACTION, [0, 0.5], (x) => adam(0.1, { beta1: x })],
  ["adam: beta2 is ", FRACTION, [0, 0.5], (x) => adam(0.1, { beta2: x })],
  ["adam: epsilon is ", FROM_0, [0, 0.5], (x) => adam(0.1, { epsilon: x })],
  ["linearDecay: start is ", FROM_0, [0, 0.5], (x) => linearDecay(x, 0, 10)],
  ["linearDecay: end is ", FROM_0, [0, 0.5], (x) => linearDecay(0.1, x, 10)],
  ["linearDecay: ", "steps; it must be a whole number, at least 1", [], (x) => linearDecay(0.1, 0, x)],
  ["cosineDecay: start is ", FROM_0, [0, 0.5], (x) => cosineDecay(x, 0, 10)],
  ["cosineDecay: end is ", FROM_0, [0, 0.5], (x) => cosineDecay(0.1, x, 10)],
  ["cosineDecay: ", "steps; it must be a whole number, at least 1", [], (x) => cosineDecay(0.1, 0, x)],
  ["stepDecay: start is ", FROM_0, [0, 0.5], (x) => stepDecay(x, 0.5, 10)],
  ["stepDecay: factor is ", FROM_0, [0, 0.5], (x) => stepDecay(0.1, x, 10)],
  ["stepDecay: ", "steps; it must be a whole number, at least 1", [], (x) => stepDecay(0.1, 0.5, x)],
  ["warmup: ", "steps; it must be a whole number, at least 1", [], (x) => warmup(x, () => 0.1)],
  [
    "joinSchedules: ",
    "steps; it must be a whole number, at least 1",
    [],
    (x) =>
      joinSchedules(
        () => 1,
        x,
        () => 2,
      ),
  ],
  ["clipByGlobalNorm: maximum is ", "it must be above 0", [Number.POSITIVE_INFINITY, 0.5], (x) => clipByGlobalNorm(x)],
  [
    "clipGradientNorm: maximum is ",
    "it must be above 0",
    [Number.POSITIVE_INFINITY, 0.5],
    (x) => clipGradientNorm([], x),
  ],
];

describe("a number that makes no sense", () => {
  test.each(options)("is refused with its name and what it may be: %s… %s", (begins, ends, takes, call) => {
    for (const value of odd) {
      let message = "";
      try {
        call(value);
      } catch (error) {
        message = (error as Error).message;
      }
      const found = typeof value === "string" ? JSON.stringify(value) : String(value);
      if (takes.includes(value)) expect(message).toBe("");
      else {
        expect(message).toContain(begins + found);
        expect(message).toContain(ends);
      }
    }
  });

  test("is refused as a learning rate: at once, or at its step where a schedule gives it", () => {
    expect(() => sgd("0.1" as never)).toThrow('sgd: the learning rate is "0.1"; it must be a number, or a function');
    expect(() => sgd(null as never)).toThrow("sgd: the learning rate is null");
    for (const rate of [Number.NaN, Number.POSITIVE_INFINITY, -1]) {
      expect(() => sgd(rate)).toThrow(`sgd: the learning rate is ${rate}; it must be a finite number, at least 0`);
      const scheduled = sgd(() => rate);
      expect(() => scheduled.update(scheduled.init([]), [])).toThrow(`optimizer: learning rate ${rate} at step 0`);
    }
  });
});
