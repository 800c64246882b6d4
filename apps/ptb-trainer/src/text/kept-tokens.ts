import type { Corpus } from "@wordloom/data";
import { keepProbability } from "@wordloom/sampling";

/** Computes how many tokens an epoch is expected to have after frequent words are thinned out. */
export function keptTokens({ ids, vocabulary: { counts } }: Corpus, subsample: number): number {
  if (subsample === 0) return ids.length;
  return counts.reduce((sum, count) => sum + count * keepProbability(count, ids.length, subsample), 0);
}
