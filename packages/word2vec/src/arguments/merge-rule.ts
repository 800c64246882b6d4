/**
 * How the changes that n lanes made to a row become one change. `adasum` combines them by pairs: a sum where they are orthogonal, a mean
 * where they are alike. The others are the sum of the changes times a factor: of `sum` it is 1, of `mean` it is `1/n`, of `root`
 * `n^−1/4`. `settling` and `damping` go from 1 to `1/n` the more often the row was updated in each lane.
 */
export type MergeRule = "adasum" | "settling" | "damping" | "root" | "mean" | "sum";

/** In the order of their numbers in the kernels (src/assembly/merge/rules.ts). */
export const mergeRules: readonly MergeRule[] = ["adasum", "settling", "damping", "root", "mean", "sum"];
