import { checkOptions } from "@wordloom/arguments";
import type { Random } from "@wordloom/random";
import type { WordVectors } from "@wordloom/vectors";
import type { WordPair } from "../parse/pairs/parse-word-pairs.js";
import { requireParsed } from "../parse/require-parsed.js";
import {
  type Bootstrap,
  type BootstrapOptions,
  bootstrapSettings,
  type Interval,
  percentileInterval,
} from "../statistics/bootstrap.js";
import { pearson, spearman } from "../statistics/correlation.js";
import { resampledCorrelations } from "../statistics/resample-correlations.js";
import { comparedLists, cosinesOfPairs, type WordPairOptions } from "./evaluate-word-pairs.js";
import { gensimNames } from "./gensim-names.js";

/** How two vectors, A and B, correlate with people on the same pairs. */
export interface CorrelationDifference {
  /** The correlation of A; null for fewer than two pairs, or if one side is all equal. */
  readonly a: number | null;
  /** The correlation of B. */
  readonly b: number | null;
  /** `a − b`. */
  readonly difference: number | null;
  /** The interval of the difference; null if it is equal in all resamples. */
  readonly interval: Interval | null;
}

/** What {@link compareWordPairs} finds. Plain data. */
export interface WordPairComparison {
  /** Rank correlations with people's scores. */
  readonly spearman: CorrelationDifference;
  /** Linear correlations with people's scores. */
  readonly pearson: CorrelationDifference;
  /** Pairs whose words both vectors know. */
  readonly used: number;
  /** All pairs. */
  readonly pairs: number;
  /** What became of pairs with an unknown word. */
  readonly unknown: "skip" | "zero";
  /** How intervals were made. */
  readonly bootstrap: Bootstrap;
}

/** Options of {@link compareWordPairs}. */
export interface WordPairComparisonOptions extends WordPairOptions, Omit<BootstrapOptions, "random"> {}

/**
 * Compares how well the cosines of two vectors, A and B, agree with people: the difference of their correlations on the pairs
 * whose words both know, and a bootstrap interval of it, for which both have the same resamples. With `unknown: "zero"`, all
 * pairs count.
 *
 * @param random - where resamples are drawn from; it does not move
 * @throws RangeError if an option is out of its range
 * @throws TypeError if `pairs` were not parsed, or an option does not exist
 *
 * @example
 * compareWordPairs(a, b, parseWordPairs(text), randomFromSeed(1)).spearman
 * // { a: 0.61…, b: 0.57…, difference: 0.03…, interval: { low: 0.01…, high: 0.06… } }
 */
export function compareWordPairs(
  a: WordVectors,
  b: WordVectors,
  pairs: readonly WordPair[],
  random: Random,
  options: WordPairComparisonOptions = {},
): WordPairComparison {
  requireParsed("compareWordPairs", pairs, "parseWordPairs(text)", ["first", "second", "score"]);
  checkOptions(
    "compareWordPairs",
    options,
    { unknown: true, restrict: true, caseFold: true, resamples: true, confidence: true },
    gensimNames,
  );
  const bootstrap = bootstrapSettings("compareWordPairs", options);
  const [{ cosines: inA, unknown }, { cosines: inB }] = [a, b].map((vectors) =>
    cosinesOfPairs("compareWordPairs", vectors, pairs, options),
  );
  const isShared = pairs.map((_, i) => inA[i] !== null && inB[i] !== null);
  const [listsA, listsB] = [inA, inB].map((cosines) =>
    comparedLists(
      pairs,
      unknown === "zero" ? cosines : cosines.map((cosine, i) => (isShared[i] ? cosine : null)),
      unknown,
    ),
  );
  const [resampledA, resampledB] = [listsA, listsB].map((lists) =>
    resampledCorrelations(lists, random, bootstrap.resamples),
  );
  const difference = (correlation: typeof spearman, kind: "spearman" | "pearson"): CorrelationDifference => {
    const [ofA, ofB] = [listsA, listsB].map(({ people, model }) => correlation(people, model));
    const differences = resampledA[kind].map((figure, r) => figure - resampledB[kind][r]);
    return {
      a: ofA,
      b: ofB,
      difference: ofA === null || ofB === null ? null : ofA - ofB,
      interval: percentileInterval(differences, bootstrap.confidence),
    };
  };
  return {
    spearman: difference(spearman, "spearman"),
    pearson: difference(pearson, "pearson"),
    used: isShared.filter(Boolean).length,
    pairs: pairs.length,
    unknown,
    bootstrap,
  };
}
