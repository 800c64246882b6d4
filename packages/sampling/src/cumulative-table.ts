import { type Random, uniform } from "@wordloom/random";

/** A discrete distribution as the running sums of its weights: outcome `i` has the interval up to `sums[i]`. */
export interface CumulativeTable {
  readonly sums: Float64Array;
}

/**
 * Makes the table of a distribution that is searched rather than looked up: `sums[i] = Σ_{j ≤ i} weight[j]`, in O(n).
 *
 * A draw takes log₂ n steps, where that of an alias table takes one. In return outcomes keep their order: a larger uniform
 * number never draws a smaller outcome, so that two similar distributions draw nearly the same from one stream.
 *
 * @throws RangeError if a weight is negative or not finite, or if their sum is 0 or infinite
 * @see Devroye 1986, "Non-uniform random variate generation", section III.2
 *
 * @example
 * cumulativeTable([1, 2, 1]) // { sums: [1, 3, 4] }
 */
export function cumulativeTable(weights: ArrayLike<number>): CumulativeTable {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i] >= 0 && Number.isFinite(weights[i]))) {
      throw new RangeError(`cumulativeTable: weight ${i} is ${weights[i]}; weights must be finite numbers from 0`);
    }
    total += weights[i];
    sums[i] = total;
  }
  if (!(total > 0 && Number.isFinite(total))) {
    throw new RangeError(
      `cumulativeTable: the ${weights.length} weights sum to ${total}; it must be above 0 and finite`,
    );
  }
  return { sums };
}

/** Draws an outcome of a {@link cumulativeTable}, by bisection: the first whose sum is above a uniform number times the total. */
export function drawFromCumulativeTable({ sums }: CumulativeTable, random: Random): number {
  const x = uniform(random) * sums[sums.length - 1];
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle] > x) high = middle;
    else low = middle + 1;
  }
  return low;
}
