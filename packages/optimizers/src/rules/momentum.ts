import { checkOptions } from "@wordloom/arguments";
import { checkFraction } from "../checks/check-fraction.js";
import { callKernel } from "../kernels.js";
import type { Optimizer } from "../optimizer.js";
import { rowOptimizer } from "../rows/row-optimizer.js";
import type { Schedule } from "../schedules/schedule.js";

/** What can be set of `momentum`. */
export interface MomentumOptions {
  /** What is left of the velocity after a step, in `[0, 1)`. Default 0.9. */
  readonly momentum?: number;
}

/**
 * Makes an optimizer of gradient descent with momentum, `v ← momentum · v − rate · g`, `θ ← θ + v`.
 *
 * A row that the batch did not touch keeps its velocity and its place; a dense optimizer would let it coast.
 *
 * @param learningRate - a number, or a function from the step, counted from 0
 * @throws RangeError if the learning rate is negative or not finite, at its step if a schedule gives it, or if `momentum` is not in
 *   `[0, 1)`
 * @see Polyak 1964, "Some methods of speeding up the convergence of iteration methods"
 */
export function momentum(learningRate: number | Schedule, options: MomentumOptions = {}): Optimizer {
  checkOptions("momentum", options, { momentum: true }, { nesterov: "there is the optimizer nesterov" });
  const { momentum = 0.9 } = options;
  checkFraction("momentum", "momentum", momentum);
  return rowOptimizer(
    learningRate,
    1,
    ({ value, grad, slots: [velocity], rate }, from, to) => {
      for (let i = from; i < to; i++) {
        velocity[i] = momentum * velocity[i] - rate * grad[i];
        value[i] += velocity[i];
      }
    },
    {
      name: "momentum",
      updateAll: ({ value, grad, slots: [velocity], rate }, rows, D) =>
        callKernel("momentum", [grad, rows], [value, velocity], rows.length, D, rate, momentum),
    },
  );
}
