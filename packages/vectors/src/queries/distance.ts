import type { SearchableVectors } from "../vectors/searchable-vectors.js";
import { cosine } from "./similarity.js";
import type { WordOrVector } from "./unit-vector.js";

/**
 * Computes the cosine distance of two words, or vectors, `1 − cos(a, b)`, in `[0, 2]`.
 *
 * @throws RangeError if a word is unknown, with its nearest spellings, or a vector does not have `D` finite numbers
 * @throws TypeError if `a` or `b` is neither a word nor a vector
 *
 * @example
 * distance(vectors, "car", "auto") // 0.29
 */
export function distance(vectors: SearchableVectors, a: WordOrVector, b: WordOrVector): number {
  return 1 - cosine("distance", vectors, a, b);
}
