import { direction, type WordOrVector } from "./direction.js";
import type { SearchableVectors } from "./direction-rows.js";

/**
 * The cosine of two words, or vectors, in `[-1, 1]`; 0 where one of them is zero.
 *
 * `cos(a, b) = a · b / (|a| |b|)`
 *
 * @throws RangeError for an unknown word, with its nearest spellings, or a vector that doesn't fit
 *
 * @example
 * similarity(vectors, "car", "auto") // 0.71
 */
export function similarity(vectors: SearchableVectors, a: WordOrVector, b: WordOrVector): number {
  const unitA = direction("similarity", vectors, a);
  const unitB = direction("similarity", vectors, b);
  const cosine = unitA.reduce((sum, x, d) => sum + x * unitB[d], 0);
  return Math.max(-1, Math.min(1, cosine));
}
