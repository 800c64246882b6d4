import { threefry2x32 } from "./threefry.js";

/**
 * A place in a stream of random numbers. Every value is a pure function of `key` and `counter`; drawing
 * only moves the counter. Plain data: copy it to branch, send it to a worker, write it to a checkpoint.
 */
export interface Random {
  /** 64 bits in two words: the seed, and every label folded in by {@link fork}. */
  readonly key: Uint32Array;
  /** Blocks of 64 bits drawn so far, in `[0, 2^53)`. */
  counter: number;
  /** Scratch for one block; holds no state between draws. */
  readonly block: Uint32Array;
}

/**
 * The stream that belongs to a seed.
 *
 * @param seed - a whole number in `[0, 2^53)`
 * @throws RangeError for any other seed
 */
export function randomFromSeed(seed: number): Random {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`randomFromSeed: seed is ${seed}; it must be a whole number in [0, 2^53)`);
  }
  return { key: Uint32Array.of(seed, seed / 2 ** 32), counter: 0, block: new Uint32Array(2) };
}

/**
 * An independent stream for a purpose: a pure function of the parent's key and the label, whatever the parent
 * has drawn. `fork(fork(random, "negatives"), epoch)` is the same stream on any thread and in any order.
 *
 * @param label - a name, or a whole number in `[0, 2^53)`
 */
export function fork(random: Random, label: string | number): Random {
  const [low, high] = typeof label === "number" ? numberWords(label) : stringWords(label);
  const key = new Uint32Array(2);
  threefry2x32(key, random.key[0], random.key[1], low, high);
  return { key, counter: 0, block: new Uint32Array(2) };
}

/** The next number in `[0, 1)`, a multiple of 2^−53. Takes one block. */
export function uniform(random: Random): number {
  const { key, block, counter } = random;
  threefry2x32(block, key[0], key[1], counter, counter / 2 ** 32);
  random.counter = counter + 1;
  return ((block[0] >>> 5) * 2 ** 26 + (block[1] >>> 6)) * 2 ** -53;
}

/**
 * The next whole number in `[0, n)`, for `n` up to 2^32. Takes one block; the bias is below `n · 2^−53`.
 *
 * @throws RangeError if there is nothing to choose from
 */
export function integer(random: Random, n: number): number {
  if (!(Number.isInteger(n) && n >= 1 && n <= 2 ** 32)) {
    throw new RangeError(`integer: n is ${n}; it must be a whole number in [1, 2^32]`);
  }
  return Math.floor(uniform(random) * n);
}

function numberWords(label: number): [number, number] {
  if (!Number.isSafeInteger(label) || label < 0) {
    throw new RangeError(`fork: label is ${label}; a number must be whole and in [0, 2^53)`);
  }
  return [label | 0, label / 2 ** 32];
}

/** FNV-1a over UTF-16 units, and a top bit that no number in `[0, 2^53)` has. */
function stringWords(label: string): [number, number] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < label.length; i++) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
  return [hash, 0x80000000 | label.length];
}
