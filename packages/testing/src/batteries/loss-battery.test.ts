import { describe, expect, test } from "vitest";
import type { FloatsInShape } from "../gradients/differentiable.js";
import { failedChecks, firstMessage } from "./fixtures/failed-checks.js";
import { type LossRow, lossBattery } from "./loss-battery.js";

/** Half the mean square over the lines, `L = 1/2B · Σ x²`, and the ways to get it wrong. */
const row = (plant: string): LossRow<FloatsInShape> => ({
  name: "halfSquares",
  input: ({ B, D }, { floats }) => floats([B, D]),
  loss: () => ({
    parameters: [],
    forward(input) {
      const B = plant === "sums" ? 1 : input.shape[0];
      const x = plant === "loses the last line of two" && input.shape[0] === 2 ? [0] : Array.from(input.data);
      const value = x.reduce((sum, each) => sum + each * each, 0) / (2 * B);
      return {
        value: plant === "is not finite" ? value / 0 : value,
        backward(dLoss = plant === "doubles" ? 2 : 1) {
          const factor = plant === "ignores dLoss" ? 1 : dLoss;
          const share = plant === "keeps the sum's gradient" ? 1 : 1 / B;
          return { shape: input.shape, data: input.data.map((each) => factor * share * each) };
        },
      };
    },
  }),
});

const [finite, mean, weighted, , , gradient] = lossBattery(row("nothing")).checks.map(({ name }) => name);

describe("lossBattery(row)", () => {
  test("finds nothing wrong with a right loss", () => {
    expect(failedChecks(lossBattery(row("nothing")))).toEqual([]);
  });

  test.each([
    ["is not finite", finite],
    ["sums", mean],
    ["loses the last line of two", mean],
    ["ignores dLoss", weighted],
    ["doubles", weighted],
    ["keeps the sum's gradient", gradient],
  ])("finds a loss that %s: %s", (plant, name) => {
    expect(failedChecks(lossBattery(row(plant)))).toContain(name);
  });

  test("says in one line what is wrong", () => {
    expect(firstMessage(lossBattery(row("is not finite")))).toMatchInlineSnapshot(
      `"the value is Infinity, not a finite number"`,
    );
    expect(firstMessage(lossBattery(row("sums")))).toMatch("twice over; it must be a mean");
  });
});
