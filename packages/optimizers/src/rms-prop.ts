import { checkFinite, checkFraction } from "./check-fraction.js";
import { checkOptions } from "./check-options.js";
import { checkRate } from "./check-rate.js";
import { callKernel } from "./kernels.js";
import { type Optimizer, rowOptimizer } from "./optimizer.js";
import type { Schedule } from "./schedule.js";

export interface RmsPropOptions {
  /** What is left of the mean square after a step, in `[0, 1)`. Default 0.99. */
  readonly decay?: number;
  /** Keeps the step finite where the gradient vanishes. Default 1e-7. */
  readonly epsilon?: number;
}

/**
 * RMSProp, `s ← decay · s + (1 − decay) · g²`, `θ ← θ − rate · g / (√s + ε)`.
 *
 * A row's mean square forgets only at the steps that touch the row; a dense optimizer would let it fade at every
 * step, and a rare word would then move by the full rate each time it is seen.
 *
 * @see Tieleman and Hinton 2012, lecture 6.5 of "Neural Networks for Machine Learning"
 */
export function rmsProp(learningRate: number | Schedule, options: RmsPropOptions = {}): Optimizer {
  checkRate("rmsProp", learningRate);
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
    (value, grad, [squares], from, to, rate) => {
      for (let i = from; i < to; i++) {
        const g = grad[i];
        squares[i] += (1 - decay) * (g * g - squares[i]);
        value[i] -= (rate * g) / (Math.sqrt(squares[i]) + epsilon);
      }
    },
    {
      updateAll(value, grad, [squares], rows, D, rate) {
        const sizesAndRates = [rows.length, D, rate, 1 - decay, 1 - decay, epsilon];
        return callKernel("scaledBySquares", [grad, rows], [value, squares], ...sizesAndRates);
      },
    },
  );
}
