import { checkOptions } from "@wordloom/arguments";
import { checkFinite, checkFraction } from "../checks/check-fraction.js";
import { callKernel } from "../kernels.js";
import type { Optimizer } from "../optimizer.js";
import { rowOptimizer } from "../rows/row-optimizer.js";
import type { Schedule } from "../schedules/schedule.js";

/** What can be set of `rmsProp`. */
export interface RmsPropOptions {
  /** What is left of the mean square after a step, in `[0, 1)`. Default 0.99. */
  readonly decay?: number;
  /** ε, added to `√s`, which keeps the step finite where the gradient vanishes. Default 1e-7. */
  readonly epsilon?: number;
}

/**
 * Makes an RMSProp optimizer, `s ← decay · s + (1 − decay) · g²`, `θ ← θ − rate · g / (√s + ε)`.
 *
 * A row's mean square forgets only at the steps that touch the row; a dense optimizer would let it fade at every
 * step, and a rare word would then move by the full rate each time it is seen.
 *
 * @param learningRate - a number, or a function from the step, counted from 0
 * @throws RangeError if the learning rate is negative or not finite, at its step if a schedule gives it, or if an option is
 *   outside its interval
 * @see Tieleman and Hinton 2012, lecture 6.5 of "Neural Networks for Machine Learning"
 */
export function rmsProp(learningRate: number | Schedule, options: RmsPropOptions = {}): Optimizer {
  checkOptions(
    "rmsProp",
    options,
    { decay: true, epsilon: true },
    { eps: "epsilon", alpha: "decay", rho: "decay", decay_rate: "decay" },
  );
  const { decay = 0.99, epsilon = 1e-7 } = options;
  checkFraction("rmsProp", "decay", decay);
  checkFinite("rmsProp", "epsilon", epsilon);
  return rowOptimizer(
    learningRate,
    1,
    ({ value, grad, slots: [squares], rate }, from, to) => {
      for (let i = from; i < to; i++) {
        const g = grad[i];
        squares[i] += (1 - decay) * (g * g - squares[i]);
        value[i] -= (rate * g) / (Math.sqrt(squares[i]) + epsilon);
      }
    },
    {
      name: "rmsProp",
      updateAll({ value, grad, slots: [squares], rate }, rows, D) {
        const sizesAndRates = [rows.length, D, rate, 1 - decay, 1 - decay, epsilon];
        return callKernel("scaledBySquares", [grad, rows], [value, squares], ...sizesAndRates);
      },
    },
  );
}
