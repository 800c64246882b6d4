import { checkOptions } from "@wordloom/arguments";
import { checkFraction } from "../checks/check-fraction.js";
import type { Optimizer } from "../optimizer.js";
import { rowOptimizer } from "../rows/row-optimizer.js";
import type { Schedule } from "../schedules/schedule.js";

/** What can be set of `nesterov`. */
export interface NesterovOptions {
  /** What is left of the velocity after a step, in `[0, 1)`. Default 0.9. */
  readonly momentum?: number;
}

/**
 * Makes an optimizer of Nesterov's accelerated gradient, `v ← momentum · v − rate · g`, `θ ← θ + momentum · v − rate · g`.
 *
 * The gradient is taken where the velocity is about to lead, and that place is what θ holds: the form of Bengio et al., which
 * needs no second evaluation. A row that the batch did not touch keeps its velocity and its place.
 *
 * @param learningRate - a number, or a function from the step, counted from 0
 * @throws RangeError if the learning rate is negative or not finite, at its step if a schedule gives it, or if `momentum` is not in
 *   `[0, 1)`
 * @see Sutskever et al. 2013, https://proceedings.mlr.press/v28/sutskever13.html; Bengio, Boulanger-Lewandowski and
 *   Pascanu 2012, https://arxiv.org/abs/1212.0901
 */
export function nesterov(learningRate: number | Schedule, options: NesterovOptions = {}): Optimizer {
  checkOptions("nesterov", options, { momentum: true });
  const { momentum = 0.9 } = options;
  checkFraction("nesterov", "momentum", momentum);
  return rowOptimizer(
    learningRate,
    1,
    ({ value, grad, slots: [velocity], rate }, from, to) => {
      for (let i = from; i < to; i++) {
        velocity[i] = momentum * velocity[i] - rate * grad[i];
        value[i] += momentum * velocity[i] - rate * grad[i];
      }
    },
    { name: "nesterov" },
  );
}
