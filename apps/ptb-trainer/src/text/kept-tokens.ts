import type { Corpus } from "@wordloom/data";
import { keepProbability } from "@wordloom/sampling";

/** How many tokens of a text one epoch is expected to have when frequent words are thinned out. */
export function keptTokens({ ids, vocabulary: { counts } }: Corpus, subsample: number): number {
  if (subsample === 0) return ids.length;
  return counts.reduce((sum, count) => sum + count * keepProbability(count, ids.length, subsample), 0);
}
