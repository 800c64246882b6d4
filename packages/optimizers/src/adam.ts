import { checkFinite, checkFraction } from "./check-fraction.js";
import { checkOptions } from "./check-options.js";
import { checkRate } from "./check-rate.js";
import { callKernel } from "./kernels.js";
import { type Optimizer, rowOptimizer } from "./optimizer.js";
import type { Schedule } from "./schedule.js";

export interface AdamOptions {
  /** What is left of the mean gradient after a step, in `[0, 1)`. Default 0.9. */
  readonly beta1?: number;
  /** What is left of the mean squared gradient after a step, in `[0, 1)`. Default 0.999. */
  readonly beta2?: number;
  /** Added to `√v`, before the correction for bias: the paper's ε̂. Default 1e-7, as in the book and in Keras. */
  readonly epsilon?: number;
}

/**
 * Adam, in the order that the paper gives at the end of its section 2:
 *
 * `m ← m + (1 − β₁)(g − m)`, `v ← v + (1 − β₂)(g² − v)`, `θ ← θ − rate · √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε̂)`,
 * where t counts the steps of the optimizer, not those of the row.
 *
 * A row that the batch did not touch keeps m, v and its value ("lazy" Adam in TensorFlow, `SparseAdam` in PyTorch). A
 * dense Adam would decay both means at every step and go on moving the row by m, for some ten steps more.
 *
 * @see Kingma and Ba 2015, https://arxiv.org/abs/1412.6980
 */
export function adam(learningRate: number | Schedule, options: AdamOptions = {}): Optimizer {
  checkRate("adam", learningRate);
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
  // Products rather than `beta ** t`, whose last bits differ between engines.
  let beta1Power = 1;
  let beta2Power = 1;
  let correction = 1;
  return rowOptimizer(
    learningRate,
    2,
    (value, grad, [means, squares], from, to, rate) => {
      const correctedRate = rate * correction;
      for (let i = from; i < to; i++) {
        const g = grad[i];
        const m = means[i] + (1 - beta1) * (g - means[i]);
        const v = squares[i] + (1 - beta2) * (g * g - squares[i]);
        means[i] = m;
        squares[i] = v;
        value[i] -= (correctedRate * m) / (Math.sqrt(v) + epsilon);
      }
    },
    {
      beforeStep() {
        beta1Power *= beta1;
        beta2Power *= beta2;
        correction = Math.sqrt(1 - beta2Power) / (1 - beta1Power);
      },
      updateAll(value, grad, slots, rows, D, rate) {
        const sizesAndRates = [rows.length, D, rate * correction, 1 - beta1, 1 - beta2, epsilon];
        return callKernel("adam", [grad, rows], [value, ...slots], ...sizesAndRates);
      },
    },
  );
}
