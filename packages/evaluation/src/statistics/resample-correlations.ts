import { fork, type Random } from "@wordloom/random";
import { drawWeights } from "./bootstrap.js";

/** By resample; NaN where a resample has none. */
export interface ResampledCorrelations {
  readonly spearman: Float64Array;
  readonly pearson: Float64Array;
}

/**
 * Correlations of two lists when their entries are drawn with replacement, two by two. The same stream gives lists of
 * the same length the same draws.
 *
 * The entries are sorted once; the ranks of a resample follow from how often each entry came.
 */
export function resampledCorrelations(
  { people, model }: { readonly people: readonly number[]; readonly model: readonly number[] },
  random: Random,
  resamples: number,
): ResampledCorrelations {
  const n = people.length;
  const spearman = new Float64Array(resamples);
  const pearson = new Float64Array(resamples);
  const [orderX, orderY] = [ordered(people), ordered(model)];
  const [valuesX, valuesY] = [Float64Array.from(people), Float64Array.from(model)];
  const [ranksX, ranksY] = [new Float64Array(n), new Float64Array(n)];
  const weights = new Uint32Array(n);
  for (let r = 0; r < resamples; r++) {
    drawWeights(weights, fork(random, r));
    weightedRanks(ranksX, valuesX, orderX, weights);
    weightedRanks(ranksY, valuesY, orderY, weights);
    spearman[r] = weightedPearson(ranksX, ranksY, weights);
    pearson[r] = weightedPearson(valuesX, valuesY, weights);
  }
  return { spearman, pearson };
}

function ordered(numbers: readonly number[]): Int32Array {
  return Int32Array.from(numbers.keys()).sort((i, j) => numbers[i] - numbers[j]);
}

/** Ranks if each entry comes a number of times. Equal entries share the mean of their ranks. */
function weightedRanks(out: Float64Array, values: Float64Array, order: Int32Array, weights: Uint32Array): void {
  let before = 0;
  for (let start = 0; start < order.length; ) {
    let end = start;
    let equal = 0;
    for (; end < order.length && values[order[end]] === values[order[start]]; end++) equal += weights[order[end]];
    for (let at = start; at < end; at++) out[order[at]] = before + (equal + 1) / 2;
    before += equal;
    start = end;
  }
}

/** NaN where one side is all the same. */
function weightedPearson(x: Float64Array, y: Float64Array, weights: Uint32Array): number {
  const n = x.length;
  let sumX = 0;
  let sumY = 0;
  let lowX = Infinity;
  let highX = -Infinity;
  let lowY = Infinity;
  let highY = -Infinity;
  for (let i = 0; i < n; i++) {
    if (weights[i] === 0) continue;
    sumX += weights[i] * x[i];
    sumY += weights[i] * y[i];
    lowX = Math.min(lowX, x[i]);
    highX = Math.max(highX, x[i]);
    lowY = Math.min(lowY, y[i]);
    highY = Math.max(highY, y[i]);
  }
  // The squares of a constant need not add up to 0: its mean is rounded.
  if (!(lowX < highX && lowY < highY)) return Number.NaN;
  const meanX = sumX / n;
  const meanY = sumY / n;
  let both = 0;
  let squaresX = 0;
  let squaresY = 0;
  for (let i = 0; i < n; i++) {
    const dx = x[i] - meanX;
    const dy = y[i] - meanY;
    both += weights[i] * dx * dy;
    squaresX += weights[i] * dx * dx;
    squaresY += weights[i] * dy * dy;
  }
  return Math.max(-1, Math.min(1, both / Math.sqrt(squaresX * squaresY)));
}
