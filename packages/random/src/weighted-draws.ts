import type { Random } from "./random.js";
import { uniform } from "./uniform.js";

/** Draws `count` indices in proportion to their weights, by bisection of the cumulative weights. */
export function drawWithReplacement(random: Random, weights: ArrayLike<number>, count: number): Int32Array {
  const cumulative = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    total += weights[i];
    cumulative[i] = total;
  }
  return new Int32Array(count).map(() => firstAbove(cumulative, uniform(random) * total));
}

/** Draws `count` different indices: each in proportion to the weights of those that are left, of which there must be enough. */
export function drawWithoutReplacement(random: Random, weights: ArrayLike<number>, count: number): Int32Array {
  const left = Float64Array.from(weights);
  return new Int32Array(count).map(() => {
    // Summed anew, in the order of the search: what is left is never blurred by what is gone.
    const total = left.reduce((sum, weight) => sum + weight, 0);
    const threshold = uniform(random) * total;
    let drawn = -1;
    for (let i = 0, sum = 0; i < left.length && sum <= threshold; i++) {
      // The last weight is taken even if the product was rounded up to the total, as it can be for a weight of 5e-324.
      if (left[i] > 0) drawn = i;
      sum += left[i];
    }
    left[drawn] = 0;
    return drawn;
  });
}

/**
 * Finds the first index whose entry is above the threshold. It has a weight, since its entry is above the one before; and
 * there is one, since `u · total < total` for every draw `u` and a total near 1, rounding included.
 */
function firstAbove(cumulative: Float64Array, threshold: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulative[middle] > threshold) high = middle;
    else low = middle + 1;
  }
  return low;
}
