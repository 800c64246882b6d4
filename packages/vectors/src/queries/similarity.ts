import type { SearchableVectors } from "../vectors/searchable-vectors.js";
import { unitVector, type WordOrVector } from "./unit-vector.js";

/**
 * Computes the cosine of two words, or vectors, in `[-1, 1]`; 0 if one of them is zero.
 *
 * `cos(a, b) = a · b / (|a| |b|)`
 *
 * @throws RangeError if a word is unknown, with its nearest spellings, or a vector does not have `D` finite numbers
 * @throws TypeError if `a` or `b` is neither a word nor a vector
 *
 * @example
 * similarity(vectors, "car", "auto") // 0.71
 */
export function similarity(vectors: SearchableVectors, a: WordOrVector, b: WordOrVector): number {
  return cosine("similarity", vectors, a, b);
}

/** The cosine for a function that gives its name, for messages. */
export function cosine(caller: string, vectors: SearchableVectors, a: WordOrVector, b: WordOrVector): number {
  for (const item of [a, b]) {
    if (!Array.isArray(item) || typeof item[0] !== "string") continue;
    throw new TypeError(`${caller}: a list of words is neither a word nor a vector; it is called once for each word`);
  }
  const unitA = unitVector(caller, vectors, a);
  const unitB = unitVector(caller, vectors, b);
  const product = unitA.reduce((sum, x, d) => sum + x * unitB[d], 0);
  return Math.max(-1, Math.min(1, product));
}
