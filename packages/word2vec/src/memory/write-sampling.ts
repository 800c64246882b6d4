import { fork, integer, randomFromSeed } from "@wordloom/random";
import type { UnigramSampler } from "@wordloom/sampling";
import type { Settings } from "../arguments/settings.js";

/** Addresses of what the kernels draw by. */
interface SamplingAddresses {
  readonly keep: number;
  readonly alias: number;
  readonly probabilities: number;
  readonly keys: number;
}

/**
 * Writes what the kernels draw by: how likely each word is kept, from which table negatives come, and the keys of the draws.
 *
 * @param chances - `[V]`, of each word to be kept
 */
export function writeSampling(
  buffer: ArrayBufferLike,
  { keep, alias, probabilities, keys }: SamplingAddresses,
  chances: Float64Array,
  sampler: UnigramSampler,
  settings: Settings,
): void {
  new Uint32Array(buffer, keep, chances.length).set(chances.map(fraction));
  writeSampler(buffer, alias, probabilities, sampler);
  writeKeys(buffer, keys, settings);
}

/** A share of 1 in 32 bits. All ones stands for 1 itself: a draw below it is certain. */
function fraction(share: number): number {
  return share >= 1 ? 0xffffffff : Math.floor(share * 2 ** 32);
}

function writeSampler(buffer: ArrayBufferLike, alias: number, probabilities: number, sampler: UnigramSampler): void {
  const V = sampler.probabilities.length;
  const entries = new Uint32Array(buffer, alias, 2 * V);
  for (let word = 0; word < V; word++) {
    entries[2 * word] = fraction(sampler.table.threshold[word]);
    entries[2 * word + 1] = sampler.table.alias[word];
  }
  new Float64Array(buffer, probabilities, V).set(sampler.probabilities);
}

/** Two 64-bit keys an epoch: for the thinning of its words, and for the draws of its targets. */
function writeKeys(buffer: ArrayBufferLike, address: number, { seed, epochs }: Settings): void {
  const random = fork(randomFromSeed(seed), "epochs");
  const keys = new Uint32Array(buffer, address, 4 * epochs);
  for (let i = 0; i < keys.length; i++) keys[i] = integer(random, 2 ** 32);
}
