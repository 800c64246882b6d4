import { checkFraction } from "./check-fraction.js";
import { checkOptions } from "./check-options.js";
import { checkRate } from "./check-rate.js";
import { callKernel } from "./kernels.js";
import { type Optimizer, rowOptimizer } from "./optimizer.js";
import type { Schedule } from "./schedule.js";

export interface MomentumOptions {
  /** What is left of the velocity after a step, in `[0, 1)`. Default 0.9. */
  readonly momentum?: number;
}

/**
 * Gradient descent with momentum, `v ← momentum · v − rate · g`, `θ ← θ + v`.
 *
 * A row that the batch did not touch keeps its velocity and its place; a dense optimizer would let it coast.
 *
 * @see Polyak 1964, "Some methods of speeding up the convergence of iteration methods"
 */
export function momentum(learningRate: number | Schedule, options: MomentumOptions = {}): Optimizer {
  checkRate("momentum", learningRate);
  checkOptions("momentum", options, { momentum: true }, { nesterov: "there is the optimizer nesterov" });
  const { momentum = 0.9 } = options;
  checkFraction("momentum", "momentum", momentum);
  return rowOptimizer(
    learningRate,
    1,
    (value, grad, [velocity], from, to, rate) => {
      for (let i = from; i < to; i++) {
        velocity[i] = momentum * velocity[i] - rate * grad[i];
        value[i] += velocity[i];
      }
    },
    {
      updateAll: (value, grad, [velocity], rows, D, rate) =>
        callKernel("momentum", [grad, rows], [value, velocity], rows.length, D, rate, momentum),
    },
  );
}
