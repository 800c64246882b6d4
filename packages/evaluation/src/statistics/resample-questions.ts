import { fork, type Random } from "@wordloom/random";
import { drawWeights } from "./bootstrap.js";

/**
 * What is drawn for intervals: `"pairs"` of words, each with all questions that it is part of, or single `"questions"`. Test
 * sets combine few pairs with each other. Their questions are therefore not independent, and intervals by question are too
 * narrow.
 */
export type ResampledUnit = "pairs" | "questions";

/** Values of questions, and which two pairs each was made from. */
export interface PairedValues {
  readonly values: readonly number[];
  /** `[Q, 2]`, names. */
  readonly pairs: readonly string[];
}

/** By resample. */
export interface ResampledSums {
  readonly sums: Float64Array;
  /** How many questions the sum is over. */
  readonly counts: Float64Array;
}

/**
 * Sums over questions when units are drawn with replacement, as many as there are. A question counts as often as its
 * two pairs were drawn, multiplied; the same stream and pairs give the same draws whatever the values.
 *
 * @see Owen 2007, *The pigeonhole bootstrap*, https://arxiv.org/abs/0712.1111
 */
export function resampledSums(
  { values, pairs }: PairedValues,
  random: Random,
  resamples: number,
  unit: ResampledUnit,
): ResampledSums {
  const { units, first, second } = unit === "pairs" ? pairUnits(pairs) : questionUnits(values.length);
  const sums = new Float64Array(resamples);
  const counts = new Float64Array(resamples);
  const weights = new Uint32Array(units);
  for (let r = 0; r < resamples; r++) {
    drawWeights(weights, fork(random, r));
    let sum = 0;
    let count = 0;
    for (let q = 0; q < values.length; q++) {
      const weight = first[q] === second[q] ? weights[first[q]] : weights[first[q]] * weights[second[q]];
      sum += weight * values[q];
      count += weight;
    }
    sums[r] = sum;
    counts[r] = count;
  }
  return { sums, counts };
}

/** The means of all sections together, each resampled on its own; NaN where a resample holds no question. */
export function resampledMeans(sections: readonly ResampledSums[], resamples: number): Float64Array {
  return Float64Array.from({ length: resamples }, (_, r) => {
    const count = sections.reduce((sum, { counts }) => sum + counts[r], 0);
    return count === 0 ? Number.NaN : sections.reduce((sum, { sums }) => sum + sums[r], 0) / count;
  });
}

interface Units {
  readonly units: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

function pairUnits(pairs: readonly string[]): Units {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const all = Int32Array.from(pairs, numberOf);
  return {
    units: numbers.size,
    first: all.filter((_, at) => at % 2 === 0),
    second: all.filter((_, at) => at % 2 === 1),
  };
}

function questionUnits(questions: number): Units {
  const each = Int32Array.from({ length: questions }, (_, q) => q);
  return { units: questions, first: each, second: each };
}
