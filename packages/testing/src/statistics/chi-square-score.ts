/**
 * Computes how many standard deviations the counts of a sample lie above what its probabilities let expect: Pearson's
 * `X² = Σ (count − N·p)² / (N·p)`, turned into a standard normal score by Wilson and Hilferty's cube root,
 * `z = (∛(X² / f) − (1 − 2/9f)) / √(2/9f)` with `f` degrees of freedom.
 *
 * Right draws stay below 4.75 for all but one seed in a million (rather fewer where `f` is small). The sample should be
 * large enough to let expect some ten counts in each cell. Infinity if a cell of probability 0 has a count.
 *
 * @param counts - how often each cell came up, N in all
 * @param probabilities - of each cell, summing to 1; those of 0 are no degree of freedom
 * @see Wilson and Hilferty 1931, "The distribution of chi-square", https://doi.org/10.1073/pnas.17.12.684
 *
 * @example
 * chiSquareScore([520, 480], [0.5, 0.5]) // 0.83…, an ordinary sample
 * chiSquareScore([600, 400], [0.5, 0.5]) // 5.60…, not one of a fair coin
 */
export function chiSquareScore(counts: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  if (counts.length !== probabilities.length) {
    throw new RangeError(`chiSquareScore: ${counts.length} counts for ${probabilities.length} probabilities`);
  }
  let N = 0;
  for (let i = 0; i < counts.length; i++) N += counts[i];

  let statistic = 0;
  let freedom = -1;
  for (let i = 0; i < counts.length; i++) {
    const expected = N * probabilities[i];
    if (expected > 0) {
      statistic += (counts[i] - expected) ** 2 / expected;
      freedom++;
    } else if (counts[i] > 0) {
      return Number.POSITIVE_INFINITY;
    }
  }
  if (freedom < 1) throw new RangeError("chiSquareScore: at least two cells must have a probability above 0");
  const variance = 2 / (9 * freedom);
  return (Math.cbrt(statistic / freedom) - (1 - variance)) / Math.sqrt(variance);
}
