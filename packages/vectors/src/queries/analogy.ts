import type { SearchableVectors } from "../vectors/searchable-vectors.js";
import { type MostSimilarOptions, type Neighbour, neighbours } from "./most-similar.js";
import { directionQuery } from "./query.js";

/**
 * Answers what is to `c` as `b` is to `a`: finds the words most similar to `unit(b) − unit(a) + unit(c)`, without `a`,
 * `b` and `c` (3CosAdd).
 *
 * The book adds the raw rows, `b − a + c`, and ranks by the dot product with raw rows: there, long rows weigh more in
 * the sum and come first among the answers, and its numbers are not cosines.
 *
 * @throws RangeError if a word is unknown, with its nearest spellings, or an option makes no sense
 * @see Levy and Goldberg 2014, https://aclanthology.org/W14-1618
 *
 * @example
 * analogy(vectors, "king", "man", "queen", { top: 1 }) // [{ word: "woman", similarity: 0.62 }]
 */
export function analogy(
  vectors: SearchableVectors,
  a: string,
  b: string,
  c: string,
  options: MostSimilarOptions = {},
): Neighbour[] {
  const query = directionQuery("analogy", vectors, { positive: [b, c], negative: [a] });
  return neighbours("analogy", vectors, [query], options)[0];
}
