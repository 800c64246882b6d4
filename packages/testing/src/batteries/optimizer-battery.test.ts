import { describe, expect, test } from "vitest";
import { failedChecks, firstMessage } from "./fixtures/failed-checks.js";
import { type OptimizerRow, optimizerBattery } from "./optimizer-battery.js";

interface VelocityState {
  steps: number;
  readonly velocities: Float64Array[];
}

/** Descent with momentum 1/2, and the ways to get it wrong. */
const row = (plant: string): OptimizerRow => ({
  name: "momentum",
  rate: 0.05,
  rule: (rate) => {
    let v = 0;
    return (g) => {
      v = v / 2 - rate * g;
      return v;
    };
  },
  optimizer(learningRate) {
    const hidden = { steps: 0, velocity: [] as number[] };
    return {
      init: (parameters) => ({
        steps: plant === "counts from 1" ? 1 : 0,
        velocities: [...new Set(parameters)].map(({ value }) => new Float64Array(value.data.length)),
      }),
      update(state, parameters) {
        const { velocities } = state as VelocityState;
        const counter = plant === "counts for itself" ? hidden : (state as VelocityState);
        const rate = typeof learningRate === "number" ? learningRate : learningRate(counter.steps++);
        const isRate = rate >= 0 && Number.isFinite(rate);
        if (!isRate && plant !== "takes any rate") throw new RangeError(`rate ${rate}`);
        const distinct = [...new Set(parameters)];
        for (const parameter of plant === "updates twice" ? parameters : distinct) {
          const { value, grad, touchedRows } = parameter;
          const velocity = plant === "shares its state" ? hidden.velocity : velocities[distinct.indexOf(parameter)];
          const length = value.data.length / touchedRows.isMember.length;
          for (let i = 0; i < value.data.length; i++) {
            if (plant !== "visits all rows" && touchedRows.isMember[Math.floor(i / length)] === 0) continue;
            velocity[i] = (velocity[i] ?? 0) / 2 - rate * grad.data[i];
            if (plant === "forgets") velocity[i] = -rate * grad.data[i];
            value.data[i] += plant === "climbs" ? -velocity[i] : velocity[i];
            if (plant === "rounds") value.data[i] = Math.fround(value.data[i]);
            if (plant === "clears gradients") grad.data[i] = 0;
          }
        }
      },
    };
  },
});

describe("optimizerBattery(row)", () => {
  test("finds nothing wrong with a right optimizer", () => {
    expect(failedChecks(optimizerBattery(row("nothing")))).toEqual([]);
  });

  test.each([
    ["forgets", "follows its published rule over six steps"],
    ["rounds", "follows its published rule over six steps"],
    ["visits all rows", "leaves rows that were not touched alone, value and state"],
    ["clears gradients", "leaves gradients and touched rows as they are"],
    ["updates twice", "updates a parameter that is given twice once"],
    ["shares its state", "keeps state for each parameter, and all of it in the state that it is given"],
    ["counts for itself", "goes on from a clone of its state as if it had never stopped, to the bit"],
    ["counts from 1", "asks a schedule for the rate of each step, counted from 0"],
    ["takes any rate", "refuses a learning rate that is negative or not finite"],
    ["climbs", "finds the bottom of a bowl, each axis of another steepness"],
  ])("finds an optimizer that %s: %s", (plant, name) => {
    expect(failedChecks(optimizerBattery(row(plant)))).toContain(name);
  });

  test("says in one line what is wrong", () => {
    expect(firstMessage(optimizerBattery(row("forgets")))).toMatchInlineSnapshot(
      `"after step 2, of gradient -2 at rate 0.05, the value is 1.075; the rule says 1.0625"`,
    );
    expect(firstMessage(optimizerBattery(row("clears gradients")))).toMatchInlineSnapshot(
      `"update changed the gradient or the touched rows; to clear them is a call of its own"`,
    );
    expect(firstMessage(optimizerBattery(row("takes any rate")))).toMatchInlineSnapshot(
      `"a learning rate of -0.05 is not refused with a RangeError"`,
    );
  });
});
