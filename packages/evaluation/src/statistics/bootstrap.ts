import { shownValue } from "@wordloom/arguments";
import { integer, type Random } from "@wordloom/random";

/** The range in which resampling says that a figure lies. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How to make intervals. */
export interface BootstrapOptions {
  /** Where the resamples of intervals are drawn from; it does not move. Default: none, and no intervals. */
  readonly random?: Random;
  /** How many resamples to draw, at least 100. Default 2,000. */
  readonly resamples?: number;
  /** The share of the resamples that an interval holds, in `(0, 1)`. Default 0.95. */
  readonly confidence?: number;
}

/** How intervals were made. Their limits are percentiles of the resampled figures. */
export interface Bootstrap {
  readonly resamples: number;
  readonly confidence: number;
}

/** @throws RangeError if there are fewer than 100 resamples, or the confidence is not in `(0, 1)` */
export function bootstrapSettings(
  caller: string,
  { resamples = 2000, confidence = 0.95 }: BootstrapOptions,
): Bootstrap {
  if (!Number.isSafeInteger(resamples) || resamples < 100) {
    throw new RangeError(`${caller}: resamples is ${shownValue(resamples)}; it must be a whole number, at least 100`);
  }
  if (!(Number.isFinite(confidence) && confidence > 0 && confidence < 1)) {
    throw new RangeError(`${caller}: confidence is ${shownValue(confidence)}; it must be in (0, 1), such as 0.95`);
  }
  return { resamples, confidence };
}

/** How often each of n units comes when n are drawn with replacement. */
export function drawWeights(out: Uint32Array, random: Random): void {
  out.fill(0);
  for (let drawn = 0; drawn < out.length; drawn++) out[integer(random, out.length)]++;
}

/**
 * The middle of resampled figures: their percentiles, interpolated as NumPy does. Figures that are NaN, of resamples
 * that had none, are left out. Null where all that remain are the same, as they are if every answer was right: how far
 * off a figure may be can't be seen from them.
 *
 * @see Efron and Tibshirani 1993, *An Introduction to the Bootstrap*, chapter 13
 */
export function percentileInterval(figures: Float64Array, confidence: number): Interval | null {
  const sorted = figures.filter((figure) => !Number.isNaN(figure)).sort();
  if (sorted.length === 0 || sorted[0] === sorted[sorted.length - 1]) return null;
  return { low: quantile(sorted, (1 - confidence) / 2), high: quantile(sorted, (1 + confidence) / 2) };
}

function quantile(sorted: Float64Array, q: number): number {
  const position = q * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
