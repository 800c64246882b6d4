import type { Corpus } from "@wordloom/data";
import { fork, randomFromSeed, uniform } from "@wordloom/random";

/**
 * Words as frequent as in a text, without order: the chance of rank r is in proportion to 1/r. Counts are the expected ones,
 * so that every word may be drawn as a negative, whether it occurs or not.
 */
export function zipfCorpus(V: number, tokens: number): Corpus {
  const random = fork(randomFromSeed(1), V);
  const counts = zipfShares(V).map((share) => share * tokens);
  const words = Array.from({ length: V }, (_, id) => `w${id}`);
  const ids = new Int32Array(tokens);
  for (let i = 0; i < tokens; i++) ids[i] = Math.floor((V + 1) ** uniform(random)) - 1;
  const idOf = new Map(words.map((word, id) => [word, id]));
  return { ids, sentenceStarts: Int32Array.of(0), vocabulary: { words, counts, idOf } };
}

/** The chance of each rank, from 0: `log((r + 2) / (r + 1)) / log(V + 1)`. */
export function zipfShares(V: number): Float64Array {
  return Float64Array.from({ length: V }, (_, r) => Math.log((r + 2) / (r + 1)) / Math.log(V + 1));
}
