import { checkOptions, shownValue } from "@wordloom/arguments";
import { checkRandom } from "./check-random.js";
import { normalQuantile } from "./normal-quantile.js";
import type { Random } from "./random.js";
import { uniform } from "./uniform.js";

/** Which normal distribution `normals` draws from. */
export interface NormalsOptions {
  /** Mean of the numbers. Default: 0. */
  readonly mean?: number;
  /** Standard deviation of the numbers, at least 0. Default: 1. */
  readonly std?: number;
}

/**
 * Draws the next standard normal number: the quantile of a uniform one. Takes one block, so the i-th normal of a stream has
 * the same number whoever draws it, and has the same bits on every engine; polar and ziggurat methods take a varying
 * number of blocks, Box–Muller needs `Math.cos`, whose last bits vary.
 *
 * All values lie within ±8.3, where a normal is once in 2^53 draws.
 */
export function normal(random: Random): number {
  // The middle of one of 2^53 equal intervals, about ½: exact, symmetric, and never 0 or 1.
  return normalQuantile(uniform(random) - 0.5 + 2 ** -54);
}

/**
 * Draws independent normal numbers: `count` of them into a new array of doubles, or as many as `out` holds into `out`. Returns
 * the array.
 *
 * @throws RangeError if `mean` or `std` is not finite, or `std` is negative
 *
 * @example
 * normals(randomFromSeed(42), new Float32Array(V * D), { std: 0.01 }) // the book's `0.01 * np.random.randn(V, D)`
 */
export function normals(random: Random, count: number, options?: NormalsOptions): Float64Array;
export function normals<Out extends Float32Array | Float64Array>(
  random: Random,
  out: Out,
  options?: NormalsOptions,
): Out;
export function normals(
  random: Random,
  countOrOut: number | Float32Array | Float64Array,
  options: NormalsOptions = {},
): Float32Array | Float64Array {
  checkRandom("normals", random);
  checkOptions("normals", options, { mean: true, std: true }, { loc: "mean", scale: "std", stddev: "std" });
  const { mean = 0, std = 1 } = options;
  if (!(Number.isFinite(mean) && Number.isFinite(std) && std >= 0)) {
    throw new RangeError(
      `normals: mean is ${shownValue(mean)} and std is ${shownValue(std)}; both must be finite and std not negative`,
    );
  }
  const out = typeof countOrOut === "number" ? new Float64Array(countOrOut) : countOrOut;
  for (let i = 0; i < out.length; i++) out[i] = mean + std * normal(random);
  return out;
}
