import {
  type AnalogyComparison,
  compareAnalogies,
  compareBats,
  compareWordPairs,
  type WordPairComparison,
} from "@wordloom/evaluation";
import { randomFromSeed } from "@wordloom/random";
import type { WordVectors } from "@wordloom/vectors";
import type { AnalogySet } from "../test-sets/read-analogies.js";
import type { WordPairSet } from "../test-sets/read-pairs.js";
import { isForBats, isForQuestions, protocolOptions, protocolsOf, type Scoring } from "./scoring.js";

/** The differences of two vectors on the same test sets. */
export interface Comparison {
  /** The differences by set and protocol. */
  readonly analogies: readonly (AnalogyComparison & { readonly name: string })[];
  readonly pairs: readonly (WordPairComparison & { readonly name: string })[];
}

/** Test sets, and how to score them. */
export interface ComparedSets extends Scoring {
  readonly analogies: readonly AnalogySet[];
  readonly pairs: readonly WordPairSet[];
}

/** Asks two vectors the same questions and compares their scores. The same seed gives the same intervals. */
export function compareVectors(a: WordVectors, b: WordVectors, sets: ComparedSets): Comparison {
  const { resamples, confidence, unknown } = sets;
  const random = randomFromSeed(sets.seed);
  const options = { ...protocolOptions(sets), resamples, confidence };
  const protocols = protocolsOf(sets.analogies, sets.protocol);
  return {
    analogies: sets.analogies.flatMap((set, i) =>
      protocols[i].map((protocol) => ({
        name: set.name,
        ...("sections" in set
          ? compareAnalogies(a, b, set.sections, random, {
              ...options,
              unknown,
              ...(isForQuestions(protocol) && { protocol }),
            })
          : compareBats(a, b, set.categories, random, {
              ...options,
              unknown,
              ...(isForBats(protocol) && { method: protocol }),
            })),
      })),
    ),
    pairs: sets.pairs.map(({ name, pairs }) => ({
      name,
      ...compareWordPairs(a, b, pairs, random, { ...options, unknown: unknown === "skip" ? "skip" : "zero" }),
    })),
  };
}
