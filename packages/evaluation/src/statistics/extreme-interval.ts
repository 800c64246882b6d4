import type { Interval } from "./bootstrap.js";

/**
 * What a share of none, or of all, of n independent observations may as well have been: the exact interval, whose other end
 * is the share at which so extreme a result has the chance α / 2, with α = 1 − confidence.
 *
 * `[0, 1 − (α / 2)^(1 / n)]` for none, `[(α / 2)^(1 / n), 1]` for all. Resamples of such observations are all the same, and
 * show no interval.
 *
 * @see Clopper and Pearson 1934, https://doi.org/10.1093/biomet/26.4.404
 *
 * @example
 * extremeInterval("none", 10, 0.95) // { low: 0, high: 0.3085 }
 */
export function extremeInterval(share: "none" | "all", observations: number, confidence: number): Interval {
  const end = ((1 - confidence) / 2) ** (1 / observations);
  return share === "none" ? { low: 0, high: 1 - end } : { low: end, high: 1 };
}
