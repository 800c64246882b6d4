import { checkRate } from "./check-rate.js";
import { callKernel } from "./kernels.js";
import { type Optimizer, rowOptimizer } from "./optimizer.js";
import type { Schedule } from "./schedule.js";

/** Stochastic gradient descent, `θ ← θ − rate · g`. The one rule for which row-sparse and dense are the same. */
export function sgd(learningRate: number | Schedule): Optimizer {
  checkRate("sgd", learningRate);
  return rowOptimizer(
    learningRate,
    0,
    (value, grad, _slots, from, to, rate) => {
      for (let i = from; i < to; i++) value[i] -= rate * grad[i];
    },
    {
      updateAll: (value, grad, _slots, rows, D, rate) => callKernel("sgd", [grad, rows], [value], rows.length, D, rate),
    },
  );
}
