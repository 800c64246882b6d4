import { similarity, type WordVectors } from "@wordloom/vectors";
import { pearson, spearman } from "./correlation.js";
import { foldedRows, type ProtocolOptions } from "./folded-rows.js";
import type { WordPair } from "./parse-word-pairs.js";

export interface WordPairEvaluation {
  /** Rank correlation with people's scores; null for fewer than two pairs, or if one side is all the same. */
  readonly spearman: number | null;
  /** Linear correlation, null for the same reasons. */
  readonly pearson: number | null;
  /** Pairs whose two words are in the vocabulary. */
  readonly used: number;
  readonly pairs: number;
  /** `used / pairs`. */
  readonly coverage: number;
}

/**
 * How well cosines agree with people about which words are similar.
 *
 * gensim's protocol: pairs with a word outside the (restricted) vocabulary are left out and counted, and capitals
 * don't matter. A zero vector is similar to nothing, 0.
 *
 * @throws RangeError if `restrict` is not a whole number of at least 1
 * @see https://github.com/piskvorky/gensim, `KeyedVectors.evaluate_word_pairs`
 *
 * @example
 * evaluateWordPairs(vectors, parseWordPairs(text)) // { spearman: 0.147, pearson: 0.15, used: 237, pairs: 353, coverage: 0.67 }
 */
export function evaluateWordPairs(
  vectors: WordVectors,
  pairs: readonly WordPair[],
  options: ProtocolOptions = {},
): WordPairEvaluation {
  const { rowOf, fold } = foldedRows("evaluateWordPairs", vectors, options);
  const people: number[] = [];
  const cosines: number[] = [];
  for (const { first, second, score } of pairs) {
    const a = rowOf.get(fold(first));
    const b = rowOf.get(fold(second));
    if (a === undefined || b === undefined) continue;
    people.push(score);
    cosines.push(similarity(vectors, vectors.words[a], vectors.words[b]));
  }
  return {
    spearman: spearman(people, cosines),
    pearson: pearson(people, cosines),
    used: people.length,
    pairs: pairs.length,
    coverage: people.length / pairs.length,
  };
}
