import { shownValue } from "@wordloom/arguments";

/**
 * A place in a stream of random numbers. Every value is a pure function of `key` and `counter`; drawing
 * only moves the counter. Plain data: `{ ...random }` is a branch; send it to a worker, write it to a checkpoint.
 */
export interface Random {
  /** 64 bits in two words: the seed, and every label folded in by `fork`. */
  readonly key: Uint32Array;
  /** Blocks of 64 bits drawn so far, in `[0, 2^53)`. */
  counter: number;
  /** Scratch for one block; holds no state between draws. */
  readonly block: Uint32Array;
}

/**
 * Makes the stream that belongs to a seed.
 *
 * @param seed - a whole number in `[0, 2^53)`
 * @throws RangeError if the seed is any other number
 */
export function randomFromSeed(seed: number): Random {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`randomFromSeed: seed is ${shownValue(seed)}; it must be a whole number in [0, 2^53)`);
  }
  return { key: Uint32Array.of(seed, seed / 2 ** 32), counter: 0, block: new Uint32Array(2) };
}
