import { isList, requireArgument } from "@wordloom/arguments";
import { checkRandom, choice, type Random } from "@wordloom/random";
import { drawFromAlias } from "./alias-table.js";
import type { UnigramSampler } from "./unigram-sampler.js";

/** K negatives for each of B targets: word ids `[B, K]`, row-major, as the `Ids` of `@wordloom/tensor`. */
export interface Negatives {
  readonly shape: readonly [B: number, K: number];
  readonly data: Int32Array;
}

/**
 * Draws K different negatives for each target, never the target itself.
 *
 * Successive draws without replacement: each is in proportion to the probabilities of the words that are neither the
 * target nor drawn already. Exactly so, up to the rounding of the alias table: a draw from the whole distribution that
 * is rejected when it falls on one of those words *has* that conditional distribution.
 *
 * @param targets - word ids, `[B]`
 * @returns `[B, K]`
 * @throws RangeError if a target is outside the vocabulary, or if fewer than K other words occur
 * @see the book's `UnigramSampler.get_negative_sample`, which copies the distribution for each target instead
 *
 * @example
 * const sampler = unigramSampler(countIds([0, 1, 2, 3, 4, 1, 2, 3], 5));
 * sampleNegatives(sampler, [1, 3, 0], 2, randomFromSeed(42)) // { shape: [3, 2], data: [4, 2, 2, 1, 3, 1] }
 */
export function sampleNegatives(
  sampler: UnigramSampler,
  targets: ArrayLike<number>,
  K: number,
  random: Random,
): Negatives {
  checkSampler("sampleNegatives", sampler);
  requireArgument("sampleNegatives", isList(targets), "the targets are", targets, "they are a list of word ids");
  checkRandom("sampleNegatives", random);
  const B = targets.length;
  checkSizes("sampleNegatives", B, K);
  const data = new Int32Array(B * K);
  const taken = new Int32Array(1 + K);
  for (let b = 0; b < B; b++) {
    checkTarget(sampler, targets[b], b, K);
    taken[0] = targets[b];
    for (let k = 0; k < K; k++) {
      taken[1 + k] = drawAnother(sampler, taken, 1 + k, random);
      data[b * K + k] = taken[1 + k];
    }
  }
  return { shape: [B, K], data };
}

/**
 * Draws B times K independent negatives: with replacement, and without regard to the targets, so that a target may be its own
 * negative.
 * The book does this on a GPU; word2vec.c does, too, but leaves out negatives that are the target.
 *
 * @returns `[B, K]`
 * @throws RangeError if B or K is not a whole number
 */
export function sampleNegativesWithReplacement(
  sampler: UnigramSampler,
  B: number,
  K: number,
  random: Random,
): Negatives {
  checkSampler("sampleNegativesWithReplacement", sampler);
  checkRandom("sampleNegativesWithReplacement", random);
  checkSizes("sampleNegativesWithReplacement", B, K);
  const { table } = sampler;
  const data = new Int32Array(B * K);
  for (let i = 0; i < data.length; i++) data[i] = drawFromAlias(table, random);
  return { shape: [B, K], data };
}

/**
 * After this many rejections in a row the words left have little of the mass, and one pass over the vocabulary is cheaper
 * than going on, which might take for ever. The draw stays exact: how often it was rejected says nothing of where it
 * would have been accepted, and the pass draws from the same conditional distribution.
 *
 * The engine draws in the same way: `drawNegatives` in `packages/word2vec/src/assembly/sampling/draw-batch.ts`.
 */
const MAX_REJECTIONS = 64;

/** Draws a word that is not among the first `count` of those taken. */
function drawAnother(
  { table, probabilities }: UnigramSampler,
  taken: Int32Array,
  count: number,
  random: Random,
): number {
  for (let rejections = 0; rejections < MAX_REJECTIONS; rejections++) {
    const word = drawFromAlias(table, random);
    if (!isAmong(taken, count, word)) return word;
  }
  const left = probabilities.slice();
  for (let i = 0; i < count; i++) left[taken[i]] = 0;
  const mass = left.reduce((sum, probability) => sum + probability, 0);
  return choice(random, left.length, { probabilities: left.map((probability) => probability / mass) });
}

function isAmong(taken: Int32Array, count: number, word: number): boolean {
  for (let i = 0; i < count; i++) if (taken[i] === word) return true;
  return false;
}

function checkSampler(caller: string, sampler: UnigramSampler): void {
  const { table, probabilities } = Object(sampler) as Partial<UnigramSampler>;
  const isRight = table !== undefined && probabilities !== undefined;
  requireArgument(caller, isRight, "the sampler is", sampler, "unigramSampler(counts) makes one");
}

function checkSizes(caller: string, B: number, K: number): void {
  if (!(Number.isInteger(B) && B >= 0 && Number.isInteger(K) && K >= 0)) {
    throw new RangeError(`${caller}: ${B} targets with ${K} negatives each; both must be whole numbers from 0`);
  }
}

function checkTarget({ probabilities, candidates }: UnigramSampler, target: number, b: number, K: number): void {
  if (!(Number.isInteger(target) && target >= 0 && target < probabilities.length)) {
    throw new RangeError(
      `sampleNegatives: target ${target} at ${b} is outside the ${probabilities.length} words; ` +
        "was the sampler made from this vocabulary?",
    );
  }
  const others = candidates - Number(probabilities[target] > 0);
  if (K > others) {
    throw new RangeError(
      `sampleNegatives: ${K} different negatives for target ${target}, but only ${others} other words occur; ` +
        `${others > 0 ? `K may be ${others} at most` : "nothing can be told apart from a single word"}`,
    );
  }
}
