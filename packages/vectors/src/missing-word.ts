import { rowOf } from "./indexed-vectors.js";
import { nearestSpellings } from "./nearest-spellings.js";
import { quoted } from "./quoted.js";
import type { WordVectors } from "./word-vectors.js";

/**
 * The row of a word.
 *
 * @throws RangeError for a word that is not in the vocabulary, with the nearest spellings
 */
export function rowOfWord(caller: string, vectors: Pick<WordVectors, "words" | "idOf">, word: string): number {
  const row = rowOf(vectors, word);
  if (row === undefined) throw new RangeError(`${caller}: ${missingWord(vectors, word)}`);
  return row;
}

/**
 * One sentence about a word that is not in the vocabulary.
 *
 * @example
 * missingWord(vectors, "kingg")
 * // "kingg" is not in the vocabulary of 10,000 words; nearest spellings: king, kings
 */
export function missingWord(vectors: Pick<WordVectors, "words">, word: string): string {
  const spellings = nearestSpellings(vectors, word).map((spelling) =>
    /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+$/u.test(spelling) ? spelling : quoted(spelling),
  );
  const size = vectors.words.length.toLocaleString("en-US");
  const hint =
    spellings.length === 0 ? "nothing in it is spelled like that" : `nearest spellings: ${spellings.join(", ")}`;
  return `${quoted(word)} is not in the vocabulary of ${size} words; ${hint}`;
}
