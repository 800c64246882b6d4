import { requireArgument } from "@wordloom/arguments";
import type { SearchableVectors } from "../vectors/searchable-vectors.js";
import { unitVector } from "./unit-vector.js";

/**
 * Finds the word that fits least with the others: its cosine with the mean of all their directions is the lowest. Of
 * several that are as low, it is the first.
 *
 * @throws RangeError if there are fewer than three words, or one is unknown
 * @throws TypeError if `words` is not a list
 *
 * @example
 * doesntMatch(vectors, ["breakfast", "cereal", "dinner", "lunch"]) // "cereal"
 */
export function doesntMatch(vectors: SearchableVectors, words: readonly string[]): string {
  const right = 'they are a list, as text.split(" ") makes one';
  requireArgument("doesntMatch", Array.isArray(words), "the words are", words, right);
  if (words.length < 3) {
    throw new RangeError(`doesntMatch: ${words.length} words; of fewer than three, none is the odd one out`);
  }
  const units = words.map((word: string) => unitVector("doesntMatch", vectors, word));
  const sum = new Float64Array(vectors.dimension);
  for (const unit of units) for (let d = 0; d < sum.length; d++) sum[d] += unit[d];
  // The length of the sum is the same for all words, so it changes no comparison.
  const fits = units.map((unit) => unit.reduce((total, x, d) => total + x * sum[d], 0));
  return words[fits.indexOf(Math.min(...fits))];
}
