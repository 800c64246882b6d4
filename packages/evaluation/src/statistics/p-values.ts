import { incompleteBeta } from "./incomplete-beta.js";

/**
 * The chance that two unrelated lists of n entries have a correlation this far from 0, either way: that of Student's t
 * with n − 2 degrees of freedom, exact for normal data, and what SciPy gives for Pearson's and Spearman's.
 * Null for fewer than three entries.
 *
 * `p = I_{1 − r²}((n − 2) / 2, 1/2)`
 */
export function correlationP(r: number, n: number): number | null {
  if (n < 3) return null;
  return incompleteBeta((1 - r) * (1 + r), (n - 2) / 2, 1 / 2);
}

/**
 * McNemar's exact test: the chance of a split at least as uneven if each of the questions that just one of two
 * answered right were equally likely to be either's.
 *
 * @see McNemar 1947, https://doi.org/10.1007/BF02295996
 */
export function mcNemarP(onlyA: number, onlyB: number): number {
  const fewer = Math.min(onlyA, onlyB);
  const n = onlyA + onlyB;
  if (2 * fewer === n) return 1;
  return Math.min(1, 2 * incompleteBeta(1 / 2, n - fewer, fewer + 1));
}
