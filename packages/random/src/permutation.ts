import { isList, requireArgument, shownValue } from "@wordloom/arguments";
import { checkRandom } from "./check-random.js";
import type { Random } from "./random.js";
import { integer } from "./uniform.js";

/**
 * Draws the numbers from 0 to n − 1 in random order. Each order is equally likely.
 *
 * @throws RangeError if `n` is not a whole number in `[0, 2^31)`
 *
 * @example
 * permutation(randomFromSeed(42), 5) // Int32Array [2, 3, 1, 0, 4]
 */
export function permutation(random: Random, n: number): Int32Array {
  checkRandom("permutation", random);
  if (!(Number.isInteger(n) && n >= 0 && n < 2 ** 31)) {
    throw new RangeError(`permutation: n is ${shownValue(n)}; it must be a whole number in [0, 2^31)`);
  }
  return shuffle(
    random,
    new Int32Array(n).map((_, i) => i),
  );
}

/** Anything with a length and assignable entries: an array or a typed array. */
export interface MutableArray<T> {
  readonly length: number;
  [index: number]: T;
}

/**
 * Puts the entries of an array in random order, in place, and returns it. Takes `length − 1` blocks.
 *
 * @see Fisher and Yates 1938; Knuth, The Art of Computer Programming, vol. 2, algorithm 3.4.2P
 */
export function shuffle<Entries extends MutableArray<unknown>>(random: Random, entries: Entries): Entries {
  checkRandom("shuffle", random);
  requireArgument("shuffle", isList(entries), "the entries are", entries, "they are an array, after the generator");
  for (let last = entries.length - 1; last > 0; last--) {
    const chosen = integer(random, last + 1);
    const entry = entries[chosen];
    entries[chosen] = entries[last];
    entries[last] = entry;
  }
  return entries;
}
