import { checkOptions } from "@wordloom/arguments";
import { checkFinite, checkFraction } from "../checks/check-fraction.js";
import { callKernel } from "../kernels.js";
import type { Optimizer } from "../optimizer.js";
import { rowOptimizer } from "../rows/row-optimizer.js";
import type { Schedule } from "../schedules/schedule.js";

/** What can be set of `adam`. */
export interface AdamOptions {
  /** What is left of the mean gradient after a step, in `[0, 1)`. Default 0.9. */
  readonly beta1?: number;
  /** What is left of the mean squared gradient after a step, in `[0, 1)`. Default 0.999. */
  readonly beta2?: number;
  /** Added to `√v`, before the correction for bias: the paper's ε̂. Default 1e-7, as in the book and in Keras. */
  readonly epsilon?: number;
}

/**
 * Makes an Adam optimizer, in the order of operations that the paper gives at the end of its section 2:
 *
 * `m ← m + (1 − β₁)(g − m)`, `v ← v + (1 − β₂)(g² − v)`, `θ ← θ − rate · √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε̂)`,
 * where t counts the steps of the optimizer, from 1, not those of the row.
 *
 * A row that the batch did not touch keeps m, v and its value ("lazy" Adam in TensorFlow, `SparseAdam` in PyTorch). A
 * dense Adam would decay both means at every step and go on moving the row by m, for some ten steps more.
 *
 * @param learningRate - a number, or a function from the step, counted from 0
 * @throws RangeError if the learning rate is negative or not finite, at its step if a schedule gives it, or if an option is
 *   outside its interval
 * @see Kingma and Ba 2015, https://arxiv.org/abs/1412.6980
 */
export function adam(learningRate: number | Schedule, options: AdamOptions = {}): Optimizer {
  checkOptions(
    "adam",
    options,
    { beta1: true, beta2: true, epsilon: true },
    { eps: "epsilon", betas: "there are beta1 and beta2" },
  );
  const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-7 } = options;
  checkFraction("adam", "beta1", beta1);
  checkFraction("adam", "beta2", beta2);
  checkFinite("adam", "epsilon", epsilon);
  return rowOptimizer(
    learningRate,
    2,
    ({ value, grad, slots: [means, squares], rate }, from, to) => {
      for (let i = from; i < to; i++) {
        const g = grad[i];
        const m = means[i] + (1 - beta1) * (g - means[i]);
        const v = squares[i] + (1 - beta2) * (g * g - squares[i]);
        means[i] = m;
        squares[i] = v;
        value[i] -= (rate * m) / (Math.sqrt(v) + epsilon);
      }
    },
    {
      name: "adam",
      // Products rather than `beta ** t`, whose last bits differ between engines.
      numbers: { beta1Power: 1, beta2Power: 1 },
      rateOfStep(rate, powers) {
        powers.beta1Power *= beta1;
        powers.beta2Power *= beta2;
        return rate * (Math.sqrt(1 - powers.beta2Power) / (1 - powers.beta1Power));
      },
      updateAll({ value, grad, slots, rate }, rows, D) {
        const sizesAndRates = [rows.length, D, rate, 1 - beta1, 1 - beta2, epsilon];
        return callKernel("adam", [grad, rows], [value, ...slots], ...sizesAndRates);
      },
    },
  );
}
