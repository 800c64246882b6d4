import { checkChoice, checkOptions } from "@wordloom/arguments";
import { similarity, type WordVectors } from "@wordloom/vectors";
import { protocolRules } from "../answer/analogy-protocol.js";
import { foldedRows, type ProtocolOptions } from "../answer/folded-rows.js";
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
import { correlationP } from "../statistics/p-values.js";
import { resampledCorrelations } from "../statistics/resample-correlations.js";
import { gensimNames } from "./gensim-names.js";

/** How to measure the similarity of word pairs. */
export interface WordPairOptions extends ProtocolOptions {
  /**
   * What to do with a pair that has an unknown word: `"skip"` it, or take `"zero"` for its cosine, as gensim's `dummy4unknown`
   * does. Default `"skip"`.
   */
  readonly unknown?: "skip" | "zero";
}

/** Options of {@link evaluateWordPairs}. */
export interface WordPairEvaluationOptions extends WordPairOptions, BootstrapOptions {
  /** Whether to list the cosine of every pair. Default `false`. */
  readonly listCosines?: boolean;
}

/** What {@link evaluateWordPairs} finds. Plain data. */
export interface WordPairEvaluation {
  /** Rank correlation with people's scores; null for fewer than two pairs, or if one side is all equal. */
  readonly spearman: number | null;
  /** Linear correlation with people's scores; null as above. */
  readonly pearson: number | null;
  /** The two-sided p-value of the rank correlation; null for fewer than three pairs. */
  readonly spearmanP: number | null;
  /** The two-sided p-value of the linear correlation; null for fewer than three pairs. */
  readonly pearsonP: number | null;
  /** The interval of the rank correlation; null without a generator. */
  readonly spearmanInterval: Interval | null;
  /** The interval of the linear correlation; null without a generator. */
  readonly pearsonInterval: Interval | null;
  /** Pairs whose two words are in the vocabulary. */
  readonly used: number;
  /** All pairs. */
  readonly pairs: number;
  /** `used / pairs`, in `[0, 1]`. */
  readonly coverage: number;
  /** What became of pairs with an unknown word. */
  readonly unknown: "skip" | "zero";
  /** The words that are not in the vocabulary, in their order of appearance. */
  readonly unknownWords: readonly string[];
  /** How intervals were made; null without a generator. */
  readonly bootstrap: Bootstrap | null;
  /** The cosine of each pair, null if a word is unknown, if `listCosines` asks for them. */
  readonly cosines?: readonly (number | null)[];
}

/**
 * Measures how well cosines agree with people about which words are similar.
 *
 * It follows gensim's protocol: the first 300,000 rows count, capitals do not matter, and pairs with an unknown word are left
 * out, or have the cosine 0 with `unknown: "zero"`. Equal values share the mean of their ranks. The cosine of a zero vector is
 * 0. Intervals resample pairs.
 *
 * @throws RangeError if an option is out of its range
 * @throws TypeError if `pairs` were not parsed, or an option does not exist
 * @see https://github.com/piskvorky/gensim, `KeyedVectors.evaluate_word_pairs`
 *
 * @example
 * evaluateWordPairs(vectors, parseWordPairs(text)) // { spearman: 0.147, pearson: 0.15, used: 237, pairs: 353, coverage: 0.67, … }
 */
export function evaluateWordPairs(
  vectors: WordVectors,
  pairs: readonly WordPair[],
  options: WordPairEvaluationOptions = {},
): WordPairEvaluation {
  requireParsed("evaluateWordPairs", pairs, "parseWordPairs(text)", ["first", "second", "score"]);
  checkOptions(
    "evaluateWordPairs",
    options,
    {
      unknown: true,
      restrict: true,
      caseFold: true,
      listCosines: true,
      random: true,
      resamples: true,
      confidence: true,
    },
    gensimNames,
  );
  const { random, listCosines = false, ...rest } = options;
  const bootstrap = bootstrapSettings("evaluateWordPairs", rest);
  const { cosines, unknownWords, unknown } = cosinesOfPairs("evaluateWordPairs", vectors, pairs, rest);
  const used = cosines.filter((cosine) => cosine !== null).length;
  const lists = comparedLists(pairs, cosines, unknown);
  const { people, model } = lists;
  const ranks = spearman(people, model);
  const line = pearson(people, model);
  const resampled = random && resampledCorrelations(lists, random, bootstrap.resamples);
  return {
    spearman: ranks,
    pearson: line,
    spearmanP: ranks === null ? null : correlationP(ranks, people.length),
    pearsonP: line === null ? null : correlationP(line, people.length),
    spearmanInterval: resampled ? percentileInterval(resampled.spearman, bootstrap.confidence) : null,
    pearsonInterval: resampled ? percentileInterval(resampled.pearson, bootstrap.confidence) : null,
    used,
    pairs: pairs.length,
    coverage: used / Math.max(1, pairs.length),
    unknown,
    unknownWords,
    bootstrap: random ? bootstrap : null,
    ...(listCosines && { cosines }),
  };
}

/** The cosine of each pair, null where a word is unknown, and what becomes of such a pair. */
export function cosinesOfPairs(
  caller: string,
  vectors: WordVectors,
  pairs: readonly WordPair[],
  { unknown = "skip", ...options }: WordPairOptions,
): { cosines: (number | null)[]; unknownWords: string[]; unknown: "skip" | "zero" } {
  checkChoice(caller, "unknown", unknown, ["skip", "zero"]);
  const { rowOf, fold } = foldedRows(caller, vectors, protocolRules(caller, "gensim"), options);
  const unknownWords = new Set<string>();
  const cosines = pairs.map(({ first, second }) => {
    const [a, b] = [first, second].map((word) => {
      const row = rowOf.get(fold(word));
      if (row === undefined) unknownWords.add(word);
      return row;
    });
    return a === undefined || b === undefined ? null : similarity(vectors, vectors.words[a], vectors.words[b]);
  });
  return { cosines, unknownWords: [...unknownWords], unknown };
}

/** People's scores and the model's cosines, of the pairs that count. */
export function comparedLists(
  pairs: readonly WordPair[],
  cosines: readonly (number | null)[],
  unknown: "skip" | "zero",
): { people: number[]; model: number[] } {
  const counted = [...pairs.keys()].filter((i) => cosines[i] !== null || unknown === "zero");
  return { people: counted.map((i) => pairs[i].score), model: counted.map((i) => cosines[i] ?? 0) };
}
