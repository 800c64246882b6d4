import { shownValue } from "@wordloom/arguments";

/** The part of each row that a thread owns, in whole vectors of four numbers. */
export interface Slice {
  /** How many of the four quarters of the dimensions it is. */
  readonly quarters: number;
  /** First dimension of each of its vectors; the last one's dimensions may go beyond D, filled up with zeros. */
  readonly starts: readonly number[];
}

/** More threads than this have nothing to own. */
const MAX_THREADS = 4;

/**
 * Cuts the dimensions into slices for the threads. The vectors of a row belong to four quarters: vector `v` to quarter `v mod 4`. Each
 * thread owns one quarter or more. Scores are added up by quarters, whoever computes them, so that the sum has the same bits for any number of threads.
 */
export function slices(D: number, threads: number): Slice[] {
  const vectors = Math.ceil(D / 4);
  const count = Math.min(threads, usefulThreads(D));
  return Array.from({ length: count }, (_, thread) => {
    const first = Math.floor((MAX_THREADS * thread) / count);
    const end = Math.floor((MAX_THREADS * (thread + 1)) / count);
    const owned = Array.from({ length: vectors }, (_, v) => v).filter((v) => v % 4 >= first && v % 4 < end);
    return { quarters: end - first, starts: owned.map((v) => 4 * v) };
  });
}

/** How many rows a table of V words has room for: enough that each thread's slice of it begins at a cache line. */
export function roomFor(V: number): number {
  return 4 * Math.ceil(V / 4);
}

/**
 * How many threads have something to do in training with D dimensions: one for each four dimensions, and four at most; one if D
 * is below 9.
 *
 * @param D - the dimension of the word vectors
 * @throws RangeError if `D` is not a whole number of at least 1
 */
export function usefulThreads(D: number): number {
  if (!(Number.isSafeInteger(D) && D >= 1)) {
    throw new RangeError(`usefulThreads: dimension is ${shownValue(D)}; it must be a whole number, at least 1`);
  }
  const vectors = Math.ceil(D / 4);
  return vectors < 3 ? 1 : Math.min(MAX_THREADS, vectors);
}
