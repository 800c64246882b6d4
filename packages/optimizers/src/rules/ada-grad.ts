import { checkOptions } from "@wordloom/arguments";
import { checkFinite } from "../checks/check-fraction.js";
import { callKernel } from "../kernels.js";
import type { Optimizer } from "../optimizer.js";
import { rowOptimizer } from "../rows/row-optimizer.js";
import type { Schedule } from "../schedules/schedule.js";

/** What can be set of `adaGrad`. */
export interface AdaGradOptions {
  /** ε, added to `√s`, which keeps the first step finite. Default 1e-7. */
  readonly epsilon?: number;
}

/**
 * Makes an AdaGrad optimizer, `s ← s + g²`, `θ ← θ − rate · g / (√s + ε)`.
 *
 * A gradient of zero changes nothing, so visiting touched rows only gives what a dense optimizer gives.
 *
 * @param learningRate - a number, or a function from the step, counted from 0
 * @throws RangeError if the learning rate is negative or not finite, at its step if a schedule gives it, or if `epsilon` is
 *   negative or not finite
 * @see Duchi, Hazan and Singer 2011, https://jmlr.org/papers/v12/duchi11a.html
 */
export function adaGrad(learningRate: number | Schedule, options: AdaGradOptions = {}): Optimizer {
  checkOptions("adaGrad", options, { epsilon: true }, { eps: "epsilon" });
  const { epsilon = 1e-7 } = options;
  checkFinite("adaGrad", "epsilon", epsilon);
  return rowOptimizer(
    learningRate,
    1,
    ({ value, grad, slots: [squares], rate }, from, to) => {
      for (let i = from; i < to; i++) {
        const g = grad[i];
        squares[i] += g * g;
        value[i] -= (rate * g) / (Math.sqrt(squares[i]) + epsilon);
      }
    },
    {
      name: "adaGrad",
      updateAll: ({ value, grad, slots: [squares], rate }, rows, D) =>
        callKernel("scaledBySquares", [grad, rows], [value, squares], rows.length, D, rate, 1, 0, epsilon),
    },
  );
}
