import type { WordVectors } from "../vectors/word-vectors.js";

/** What is no letter and no digit; `Ġ`, with which some tokenizers mark the start of a word, is meant as none. */
const BETWEEN = /[^\p{L}\p{M}\p{N}]+|Ġ/gu;
const LONGEST = 64;

/**
 * The words that have a string as a piece of theirs between punctuation, whatever parts the words in it and whatever the
 * capitals: `/c/en/coffee_pot`, `coffee-pot|NOUN` and `<http://dbpedia.org/resource/Coffee_pot>` for `coffee_pot`. Those
 * with the fewest other pieces first, then by row.
 *
 * @example
 * wordsContaining(vectors, "coffee_pot") // ["/c/en/coffee_pot"]
 */
export function wordsContaining({ words }: Pick<WordVectors, "words">, text: string, top = 5): string[] {
  if (text.length > LONGEST) return [];
  const sought = pieces(text);
  if (sought.length === 0) return [];
  // Most words lack the longest piece, and looking for that is quick.
  const longest = sought.reduce((long, piece) => (piece.length > long.length ? piece : long));
  const joined = ` ${sought.join(" ")} `;
  const found: { word: string; others: number }[] = [];
  for (const word of words) {
    if (word === text || !word.toLowerCase().includes(longest)) continue;
    const all = pieces(word);
    if (` ${all.join(" ")} `.includes(joined)) found.push({ word, others: all.length - sought.length });
  }
  // Sorting keeps the row order of equal numbers.
  return found
    .sort((a, b) => a.others - b.others)
    .slice(0, top)
    .map(({ word }) => word);
}

function pieces(text: string): string[] {
  return text
    .replace(BETWEEN, " ")
    .toLowerCase()
    .split(" ")
    .filter((piece) => piece !== "");
}

/** Fewer letters are a word by chance. */
const FEWEST = 3;

/**
 * The longest word that is a piece of a string between its punctuation, or several pieces: `coffee_pot` for
 * `coffee_pot_NOUN` and `/c/en/coffee_pot`; undefined if there is none.
 */
export function wordWithin({ words }: Pick<WordVectors, "words">, text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const parts = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: part, index }) => [index, index + part.length]);
  const within = parts.flatMap(([start], i) => parts.slice(i).map(([, end]) => text.slice(start, end)));
  const sought = new Set(within.flatMap((part) => (part === text ? [] : [part, part.toLowerCase()])));
  const letters = (word: string) => pieces(word).join("").length;
  return words
    .filter((word) => sought.has(word) && letters(word) >= FEWEST)
    .reduce<string | undefined>(
      (best, word) => (best === undefined || letters(word) > letters(best) ? word : best),
      undefined,
    );
}
