import { fork, integer, randomFromSeed } from "@wordloom/random";
import { keepProbability, type UnigramSampler } from "@wordloom/sampling";
import type { Settings } from "./options.js";

export function keepProbabilities(counts: Float64Array, tokens: number, threshold: number): Float64Array {
  return counts.map((count) => (threshold === 0 ? 1 : keepProbability(count, tokens, threshold)));
}

/** A share of 1 in 32 bits. All ones stands for 1 itself: a draw below it is certain. */
export function fraction(share: number): number {
  return share >= 1 ? 0xffffffff : Math.floor(share * 2 ** 32);
}

export function writeSampler(
  buffer: ArrayBufferLike,
  alias: number,
  probabilities: number,
  sampler: UnigramSampler,
): void {
  const V = sampler.probabilities.length;
  const entries = new Uint32Array(buffer, alias, 2 * V);
  for (let word = 0; word < V; word++) {
    entries[2 * word] = fraction(sampler.table.threshold[word]);
    entries[2 * word + 1] = sampler.table.alias[word];
  }
  new Float64Array(buffer, probabilities, V).set(sampler.probabilities);
}

/** Two 64-bit keys an epoch: for the thinning of its words, and for the draws of its targets. */
export function writeKeys(buffer: ArrayBufferLike, address: number, { seed, epochs }: Settings): void {
  const random = fork(randomFromSeed(seed), "epochs");
  const keys = new Uint32Array(buffer, address, 4 * epochs);
  for (let i = 0; i < keys.length; i++) keys[i] = integer(random, 2 ** 32);
}
