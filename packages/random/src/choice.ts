import { checkOptions, isList, shownValue } from "@wordloom/arguments";
import { checkRandom } from "./check-random.js";
import { permutation } from "./permutation.js";
import type { Random } from "./random.js";
import { integer } from "./uniform.js";
import { drawWithoutReplacement, drawWithReplacement } from "./weighted-draws.js";

/** How `choice` draws. */
export interface ChoiceOptions {
  /** Whether one entry may be drawn again. Default: true. */
  readonly replace?: boolean;
  /** The chance of each entry, summing to 1. Default: all equal. */
  readonly probabilities?: ArrayLike<number>;
}

/** How `choice` draws a given number of entries. */
export interface SizedChoiceOptions extends ChoiceOptions {
  /** How many to draw. */
  readonly size: number;
}

/** How `choice` draws entries that fill a shape. */
export interface ShapedChoiceOptions extends ChoiceOptions {
  /** How many to draw along each axis. */
  readonly size: readonly number[];
}

/** What `choice` draws for a shape: the entries in row-major order. Of numbers below n, it is the `Ids` of `@wordloom/tensor`. */
export interface ShapedChoice<Data> {
  readonly shape: readonly number[];
  readonly data: Data;
}

/**
 * Draws random entries of a list, or numbers below n: what NumPy's `np.random.choice(n or list, size, replace, p)` does,
 * though not with its numbers. Without a size it returns one entry, with a number an array of that many, with a shape
 * `{ shape, data }`.
 *
 * Without replacement the draws are successive: each is in proportion to the probabilities of the entries left. That
 * takes O(size · n); a sampler that draws often from one distribution wants the alias table of `@wordloom/sampling`.
 *
 * @throws RangeError if there is nothing to choose from, if the probabilities do not fit, or if more are asked for
 *   without replacement than there are
 * @see https://numpy.org/doc/stable/reference/random/generated/numpy.random.choice.html
 *
 * @example
 * const words = ["you", "say", "goodbye", "I", "hello", "."];
 * choice(random, 10) // a number from 0 to 9
 * choice(random, words, { size: 5, replace: false }) // five different words
 * choice(random, words, { probabilities: [0.5, 0.1, 0.05, 0.2, 0.05, 0.1] }) // "you", every other time
 */
export function choice(random: Random, n: number, options: SizedChoiceOptions): Int32Array;
export function choice(random: Random, n: number, options: ShapedChoiceOptions): ShapedChoice<Int32Array>;
export function choice(random: Random, n: number, options?: ChoiceOptions): number;
export function choice<T>(random: Random, list: ArrayLike<T>, options: SizedChoiceOptions): T[];
export function choice<T>(random: Random, list: ArrayLike<T>, options: ShapedChoiceOptions): ShapedChoice<T[]>;
export function choice<T>(random: Random, list: ArrayLike<T>, options?: ChoiceOptions): T;
export function choice<T>(
  random: Random,
  from: number | ArrayLike<T>,
  options: ChoiceOptions & { readonly size?: number | readonly number[] } = {},
): number | Int32Array | T | T[] | ShapedChoice<Int32Array | T[]> {
  checkRandom("choice", random);
  checkOptions("choice", options, { size: true, replace: true, probabilities: true }, { p: "probabilities" });
  const { size, replace = true, probabilities } = options;
  const count = countIn(size);
  const n = populationOf(from, count);
  if (probabilities !== undefined) checkProbabilities(probabilities, n);
  if (!replace) checkEnough(count, n, probabilities);

  const indices = draws(random, n, count, replace, probabilities);
  const data = typeof from === "number" ? indices : Array.from(indices, (index) => from[index]);
  if (size === undefined) return data[0];
  return typeof size === "number" ? data : { shape: size, data };
}

function draws(
  random: Random,
  n: number,
  count: number,
  replace: boolean,
  probabilities: ArrayLike<number> | undefined,
): Int32Array {
  if (probabilities !== undefined) {
    return replace
      ? drawWithReplacement(random, probabilities, count)
      : drawWithoutReplacement(random, probabilities, count);
  }
  return replace ? new Int32Array(count).map(() => integer(random, n)) : permutation(random, n).slice(0, count);
}

function countIn(size: number | readonly number[] | undefined): number {
  const lengths = typeof size === "number" ? [size] : (size ?? []);
  if (!isList(lengths) || !lengths.every((length) => Number.isInteger(length) && length >= 0)) {
    const found = isList(size) ? Array.from(lengths, shownValue).join(",") : shownValue(size);
    throw new RangeError(`choice: size is ${found}; it must be made of whole numbers from 0`);
  }
  return lengths.reduce((product, length) => product * length, 1);
}

function populationOf(from: number | ArrayLike<unknown>, count: number): number {
  if (typeof from !== "number") {
    if (from.length === 0 && count > 0)
      throw new RangeError("choice: the list is empty; there is nothing to choose from");
    return from.length;
  }
  if (!(Number.isInteger(from) && from < 2 ** 31 && (from >= 1 || count === 0))) {
    throw new RangeError(`choice: n is ${from}; it must be a whole number in [1, 2^31)`);
  }
  return from;
}

function checkProbabilities(probabilities: ArrayLike<number>, n: number): void {
  if (probabilities.length !== n) {
    throw new RangeError(`choice: ${probabilities.length} probabilities for ${n} entries; there must be one for each`);
  }
  let sum = 0;
  for (let i = 0; i < n; i++) {
    if (!(probabilities[i] >= 0)) {
      throw new RangeError(`choice: probability ${i} is ${probabilities[i]}; it must be a number from 0 to 1`);
    }
    sum += probabilities[i];
  }
  // NumPy's tolerance: the square root of the precision.
  const tolerance = Math.sqrt(
    Object.prototype.toString.call(probabilities) === "[object Float32Array]" ? 2 ** -23 : Number.EPSILON,
  );
  if (!(Math.abs(sum - 1) <= tolerance)) {
    throw new RangeError(`choice: the probabilities sum to ${sum}, not to 1; divide each by their sum`);
  }
}

function checkEnough(count: number, n: number, probabilities: ArrayLike<number> | undefined): void {
  if (count > n) {
    throw new RangeError(`choice: ${count} draws without replacement from ${n} entries; there are too few`);
  }
  const possible = probabilities === undefined ? n : Array.from(probabilities).filter((p) => p > 0).length;
  if (count > possible) {
    throw new RangeError(
      `choice: ${count} draws without replacement, but only ${possible} of ${n} entries have a probability above 0`,
    );
  }
}
