import { type Random, uniform } from "@wordloom/random";

/**
 * A discrete distribution from which a draw takes one step, however many outcomes there are: outcome `i` keeps the
 * share `threshold[i]` of its column and leaves the rest to `alias[i]`.
 */
export interface AliasTable {
  readonly threshold: Float64Array;
  readonly alias: Int32Array;
}

/**
 * Makes the alias table of a distribution, in O(n).
 *
 * `P(i) = weight[i] / Σ weight = (threshold[i] + Σ_{j: alias[j] = i} (1 − threshold[j])) / n`, up to the rounding of
 * doubles. An outcome of weight 0 is never drawn: its threshold is 0, and nobody's alias.
 *
 * @throws RangeError if a weight is negative or not finite, if there are none, if all are 0 or their sum is infinite
 * @see Walker 1977, https://doi.org/10.1145/355744.355749; Vose 1991, https://doi.org/10.1109/32.92917
 *
 * @example
 * aliasTable([1, 2, 1]) // { threshold: [0.75, 1, 0.75], alias: [1, 1, 1] }
 */
export function aliasTable(weights: ArrayLike<number>): AliasTable {
  const n = weights.length;
  const total = checkedSum(weights);

  // 1. Scale the weights so that their mean is 1: each of n columns will hold exactly that much.
  const left = new Float64Array(n);
  for (let i = 0; i < n; i++) left[i] = (weights[i] / total) * n;

  // 2. Part them into small ones, which leave room in their column, and large ones. Both lists share one array: the
  //    small ones grow from its start, the large ones from its end.
  const worklist = new Int32Array(n);
  let smalls = 0;
  let larges = n;
  for (let i = 0; i < n; i++) {
    if (left[i] < 1) worklist[smalls++] = i;
    else worklist[--larges] = i;
  }

  // 3. Fill the column of a small one with part of a large one, which becomes small itself if less than 1 is left.
  const threshold = new Float64Array(n).fill(1);
  const alias = new Int32Array(n).map((_, i) => i);
  while (smalls > 0 && larges < n) {
    const small = worklist[--smalls];
    const large = worklist[larges];
    threshold[small] = left[small];
    alias[small] = large;
    // Vose's order of operations: the sum first, for it rounds less.
    left[large] = left[large] + left[small] - 1;
    if (left[large] < 1) {
      larges++;
      worklist[smalls++] = large;
    }
  }

  // 4. One of the lists is empty: what the other holds is 1 but for rounding, so each keeps its whole column. None of
  //    them weighs 0: as many columns are left as there is weight, and rounding adds up to a whole one only if n is
  //    above 10^7.
  return { threshold, alias };
}

/**
 * Draws an outcome of an alias table, in one step. One uniform number gives both the column, by its whole part, and the height in it, by
 * the rest: with n outcomes, chances are exact to `n · 2^−53`.
 */
export function drawFromAlias({ threshold, alias }: AliasTable, random: Random): number {
  const x = uniform(random) * threshold.length;
  const column = Math.floor(x);
  return x - column < threshold[column] ? column : alias[column];
}

function checkedSum(weights: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i] >= 0 && Number.isFinite(weights[i]))) {
      throw new RangeError(`aliasTable: weight ${i} is ${weights[i]}; weights must be finite numbers from 0`);
    }
    total += weights[i];
  }
  if (weights.length === 0) throw new RangeError("aliasTable: there are no weights; there must be one at least");
  if (total === 0) throw new RangeError(`aliasTable: all ${weights.length} weights are 0; one must be above`);
  if (!Number.isFinite(total))
    throw new RangeError("aliasTable: the weights sum to Infinity; divide them by the largest");
  return total;
}
