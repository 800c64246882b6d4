import { checkOptions } from "@wordloom/arguments";
import { checkWhole } from "../arguments/check-whole.js";
import { quoted } from "../messages/quoted.js";
import { mostSimilarBatch } from "../queries/most-similar.js";
import { similarity } from "../queries/similarity.js";
import { unitVector } from "../queries/unit-vector.js";
import type { SearchableVectors } from "../vectors/searchable-vectors.js";

/** How much of a table is left in another table of the same words, such as a quantised one. */
export interface TableAgreement {
  /** How many words were looked at. */
  readonly words: number;
  /** The cosine of a word's vector with its vector in the other table: the mean over the words, and the least. */
  readonly cosine: { readonly mean: number; readonly least: number };
  /** How far the similarities of words with their neighbours are off: the mean, and the most. */
  readonly similarityError: { readonly mean: number; readonly most: number };
  /** The share of a word's neighbours that are its neighbours in the other table, too, from 0 to 1. */
  readonly overlap: number;
}

/** Options of {@link tableAgreement}. */
export interface TableAgreementOptions {
  /** How many words to look at, spread evenly over the table. Default 1,000. */
  readonly sample?: number;
  /** How many neighbours of each word to compare. Default 10. */
  readonly top?: number;
}

/**
 * Compares a table with another table of the same words, and says what quantising has changed.
 *
 * A zero vector has no direction to lose: its cosine with another zero vector counts as 1.
 *
 * @throws RangeError if the words or the dimensions differ, or an option is not a whole number of at least 1
 *
 * @example
 * const small = int8Vectors(vectors.words, toInt8(vectors.data, vectors.dimension));
 * tableAgreement(vectors, small).overlap // 0.98
 */
export function tableAgreement(
  vectors: SearchableVectors,
  other: SearchableVectors,
  options: TableAgreementOptions = {},
): TableAgreement {
  checkOptions("tableAgreement", options, { sample: true, top: true }, { topn: "top" });
  const { sample = 1000, top = 10 } = options;
  checkWhole("tableAgreement", "sample", sample, 1);
  checkWhole("tableAgreement", "top", top, 1);
  checkSameWords(vectors, other);
  const V = vectors.words.length;
  const count = Math.min(sample, V);
  const words = Array.from({ length: count }, (_, i) => vectors.words[Math.floor((i * V) / count)]);
  const cosines = words.map((word) => cosine(vectors, other, word));
  const [lists, otherLists] = [vectors, other].map((table) => mostSimilarBatch(table, words, { top }));
  const errors = lists.flatMap((list, i) =>
    list.map((neighbour) => Math.abs(neighbour.similarity - similarity(other, words[i], neighbour.word))),
  );
  const shared = lists.map((list, i) => {
    const found = new Set(otherLists[i].map(({ word }) => word));
    return list.filter(({ word }) => found.has(word)).length;
  });
  const largest = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b), 0);
  return {
    words: count,
    cosine: { mean: mean(cosines), least: 1 - largest(cosines.map((cosine) => 1 - cosine)) },
    similarityError: { mean: mean(errors), most: largest(errors) },
    overlap: errors.length === 0 ? 1 : shared.reduce((sum, n) => sum + n, 0) / errors.length,
  };
}

function checkSameWords({ words, dimension }: SearchableVectors, other: SearchableVectors): void {
  if (other.dimension !== dimension) {
    throw new RangeError(`tableAgreement: rows of ${dimension} and of ${other.dimension} numbers`);
  }
  if (other.words.length !== words.length) {
    throw new RangeError(`tableAgreement: ${words.length} words and ${other.words.length}`);
  }
  const row = words.findIndex((word, index) => other.words[index] !== word);
  if (row >= 0) {
    throw new RangeError(`tableAgreement: row ${row} is ${quoted(words[row])} and ${quoted(other.words[row])}`);
  }
}

function cosine(vectors: SearchableVectors, other: SearchableVectors, word: string): number {
  const [a, b] = [vectors, other].map((table) => unitVector("tableAgreement", table, word));
  const isZero = (numbers: Float64Array) => numbers.every((x) => x === 0);
  if (isZero(a) && isZero(b)) return 1;
  return Math.min(
    1,
    a.reduce((sum, x, d) => sum + x * b[d], 0),
  );
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
}
