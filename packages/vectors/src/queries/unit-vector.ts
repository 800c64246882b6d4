import { givenKind } from "@wordloom/arguments";
import { refuseStaleRow } from "../nearest/refuse-stale-rows.js";
import { searchTable } from "../nearest/search-table.js";
import { rowOfWord } from "../spelling/missing-word.js";
import { requireVectors } from "../vectors/require-vectors.js";
import type { SearchableVectors } from "../vectors/searchable-vectors.js";

/** A word of the vocabulary, or a vector of `D` numbers. */
export type WordOrVector = string | Float32Array | Float64Array | readonly number[];

/**
 * `[D]`, the vector scaled to length 1; zeros for a zero vector.
 *
 * @throws RangeError for an unknown word, a vector of another length, or one that is not finite; TypeError for a list
 * of words
 */
export function unitVector(caller: string, vectors: SearchableVectors, item: WordOrVector): Float64Array {
  requireVectors(caller, vectors);
  const D = vectors.dimension;
  if (typeof item !== "string" && !Array.isArray(item) && !ArrayBuffer.isView(item)) {
    throw new TypeError(`${caller}: ${givenKind(item)} is neither a word nor a vector`);
  }
  if (typeof item === "string") {
    const row = rowOfWord(caller, vectors, item);
    const table = searchTable(vectors);
    refuseStaleRow(caller, vectors, table, row);
    const { numbers, lengths } = table;
    return scaled(numbers.subarray(row * D, (row + 1) * D), lengths[row]);
  }
  // Only JavaScript can do that, and whoever comes from gensim will.
  if (typeof item[0] === "string" && typeof item[1] === "number") {
    throw new TypeError(
      `${caller}: the query has a list of a word and a number, as gensim has weights; there are none here: a word that ` +
        "is to count twice comes twice",
    );
  }
  if (typeof item[0] === "string")
    throw new TypeError(`${caller}: the query is a list of words, whose place is { positive: […] }`);
  if (item.length !== D) {
    throw new RangeError(`${caller}: a vector of the query has ${item.length} numbers, the words have ${D}`);
  }
  for (let d = 0; d < D; d++) {
    if (!Number.isFinite(item[d]))
      throw new RangeError(`${caller}: number ${d} of a vector of the query is ${item[d]}`);
  }
  return normalised(item);
}

/** Divided by the largest number first: the squares of f64 numbers could overflow, or vanish. */
export function normalised(numbers: ArrayLike<number>): Float64Array {
  let largest = 0;
  for (let d = 0; d < numbers.length; d++) largest = Math.max(largest, Math.abs(numbers[d]));
  const out = scaled(numbers, largest);
  let sum = 0;
  for (let d = 0; d < out.length; d++) sum += out[d] * out[d];
  return scaled(out, Math.sqrt(sum));
}

function scaled(numbers: ArrayLike<number>, length: number): Float64Array {
  const out = new Float64Array(numbers.length);
  if (length > 0) for (let d = 0; d < out.length; d++) out[d] = numbers[d] / length;
  return out;
}
