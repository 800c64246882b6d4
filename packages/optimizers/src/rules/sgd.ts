import { callKernel } from "../kernels.js";
import type { Optimizer } from "../optimizer.js";
import { rowOptimizer } from "../rows/row-optimizer.js";
import type { Schedule } from "../schedules/schedule.js";

/**
 * Makes an optimizer of stochastic gradient descent, `θ ← θ − rate · g`.
 *
 * A gradient of zero changes nothing, so visiting touched rows only gives what a dense optimizer gives. It needs no arrays of
 * state.
 *
 * @param learningRate - a number, or a function from the step, counted from 0
 * @throws RangeError if the learning rate is negative or not finite: at once, or at its step if a schedule gives it
 * @example
 * const optimizer = sgd(0.1);
 * const state = optimizer.init(model.parameters);
 * optimizer.update(state, model.parameters);
 */
export function sgd(learningRate: number | Schedule): Optimizer {
  return rowOptimizer(
    learningRate,
    0,
    ({ value, grad, rate }, from, to) => {
      for (let i = from; i < to; i++) value[i] -= rate * grad[i];
    },
    {
      name: "sgd",
      updateAll: ({ value, grad, rate }, rows, D) => callKernel("sgd", [grad, rows], [value], rows.length, D, rate),
    },
  );
}
