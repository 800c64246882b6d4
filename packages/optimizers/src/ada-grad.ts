import { checkFinite } from "./check-fraction.js";
import { checkOptions } from "./check-options.js";
import { checkRate } from "./check-rate.js";
import { callKernel } from "./kernels.js";
import { type Optimizer, rowOptimizer } from "./optimizer.js";
import type { Schedule } from "./schedule.js";

export interface AdaGradOptions {
  /** Keeps the first step finite. Default 1e-7. */
  readonly epsilon?: number;
}

/**
 * AdaGrad, `s ← s + g²`, `θ ← θ − rate · g / (√s + ε)`.
 *
 * A gradient of zero changes nothing here, so row-sparse and dense are the same.
 *
 * @see Duchi, Hazan and Singer 2011, https://jmlr.org/papers/v12/duchi11a.html
 */
export function adaGrad(learningRate: number | Schedule, options: AdaGradOptions = {}): Optimizer {
  checkRate("adaGrad", learningRate);
  checkOptions("adaGrad", options, { epsilon: true }, { eps: "epsilon" });
  const { epsilon = 1e-7 } = options;
  checkFinite("adaGrad", "epsilon", epsilon);
  return rowOptimizer(
    learningRate,
    1,
    (value, grad, [squares], from, to, rate) => {
      for (let i = from; i < to; i++) {
        const g = grad[i];
        squares[i] += g * g;
        value[i] -= (rate * g) / (Math.sqrt(squares[i]) + epsilon);
      }
    },
    {
      updateAll: (value, grad, [squares], rows, D, rate) =>
        callKernel("scaledBySquares", [grad, rows], [value, squares], rows.length, D, rate, 1, 0, epsilon),
    },
  );
}
