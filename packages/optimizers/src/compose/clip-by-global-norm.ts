import type { Optimizer } from "../optimizer.js";
import { checkMaximum, clipGradientNorm } from "./clip-gradient-norm.js";

/**
 * Clips gradients as the first member of a chain: each step scales all of them together, in place, so that their norm over
 * all parameters is at most `maximum`. It changes no value and remembers nothing.
 *
 * `g ← g · min(1, maximum / √(Σ g²))`
 *
 * @throws RangeError if the maximum is not above 0; at a step, if the norm is not finite
 * @see {@link clipGradientNorm}, which clips by a call of its own, and returns the norm
 * @example
 * chainOptimizers(clipByGlobalNorm(1), adam(0.01))
 */
export function clipByGlobalNorm(maximum: number): Optimizer {
  checkMaximum("clipByGlobalNorm", maximum);
  return {
    init: () => [],
    update(_state, parameters) {
      clipGradientNorm(parameters, maximum);
    },
  };
}
