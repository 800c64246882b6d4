import { quoted } from "../messages/quoted.js";
import { typedWord } from "../messages/quoted-word.js";
import { rowOf } from "../vectors/indexed-vectors.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import { nearestSpellings } from "./nearest-spellings.js";
import { spellingRemark } from "./spelling-remark.js";
import { wordsContaining, wordWithin } from "./words-containing.js";

/**
 * The row of a word.
 *
 * @throws RangeError for a word that is not in the vocabulary, with the nearest spellings, and words that have it in
 * them
 */
export function rowOfWord(caller: string, vectors: Pick<WordVectors, "words" | "idOf">, word: string): number {
  const row = rowOf(vectors, word);
  if (row === undefined) throw new RangeError(`${caller}: ${missingWord(vectors, word)}`);
  return row;
}

/**
 * Says in one sentence that a word is not in the vocabulary, and which words may be meant: the nearest spellings, and
 * words that have it between punctuation. If a spelling looks the same, the sentence says what differs.
 *
 * @example
 * missingWord(vectors, "kingg")
 * // "kingg" is not in the vocabulary of 10,000 words; nearest spellings: king, kings
 * missingWord(vectors, "coffee_pot")
 * // "coffee_pot" is not in the vocabulary of 10,000 words; part of: /c/en/coffee_pot
 */
export function missingWord(vectors: Pick<WordVectors, "words">, word: string): string {
  const size = vectors.words.length.toLocaleString("en-US");
  return `${quoted(word)} is not in the vocabulary of ${size} words; ${hint(vectors, word)}`;
}

function hint(vectors: Pick<WordVectors, "words">, word: string): string {
  const spellings = nearestSpellings(vectors, word);
  const containing = wordsContaining(vectors, word).filter((each) => !spellings.includes(each));
  const list = (words: readonly string[]) => words.map(typedWord).join(", ");
  const within = spellings.length + containing.length === 0 ? wordWithin(vectors, word) : undefined;
  if (within !== undefined) return `part of it is there: ${typedWord(within)}`;
  if (spellings.length + containing.length === 0) return "nothing in it is spelled like that";
  if (spellings.length === 0) return `part of: ${list(containing)}`;
  const nearest = `nearest spellings: ${spellings.map((each) => typedWord(each) + spellingRemark(word, each)).join(", ")}`;
  return containing.length === 0 ? nearest : `${nearest}; part of: ${list(containing)}`;
}
