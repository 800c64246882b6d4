import type { WordVectors } from "../vectors/word-vectors.js";
import { foldedSpelling, spellingDifference, spellingDifferences } from "./spelling-forms.js";

/** Beyond this, a comparison with every word would take long, and help nobody. */
const LONGEST = 64;

/**
 * Finds the words of the vocabulary that are spelled most like a string.
 *
 * First come words that differ from it in nothing but their Unicode normalization, characters that do not show, other
 * forms of characters, punctuation or capitals, in this order. Then come words by how many letters are added, left out,
 * changed or swapped with their neighbour, 1 to 3 at most, by the length of the string. Words that are as near come in
 * row order.
 *
 * @param top - how many words at most
 * @see Damerau 1964, https://doi.org/10.1145/363958.363994 (the distance that edits no letter twice)
 *
 * @example
 * nearestSpellings(vectors, "kingg") // ["king", "kings"]
 */
export function nearestSpellings({ words }: Pick<WordVectors, "words">, misspelled: string, top = 5): string[] {
  // What is far longer than any fold shortens is not folded.
  if (misspelled.length > 8 * LONGEST) return [];
  const target = foldedSpelling(misspelled);
  if (target.length > LONGEST) return [];
  const limit = target.length < 4 ? 1 : target.length < 8 ? 2 : 3;
  const found: { word: string; distance: number }[] = [];
  for (const word of words) {
    if (word.length > 8 * LONGEST) continue;
    const folded = foldedSpelling(word);
    if (Math.abs(folded.length - target.length) > limit || word === misspelled) continue;
    const distance = folded === target ? sameness(word, misspelled) : editDistance(folded, target);
    if (distance <= limit) found.push({ word, distance });
  }
  // Sorting keeps the row order of equal distances.
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, top)
    .map(({ word }) => word);
}

/** Below 1, the less the two differ. */
function sameness(a: string, b: string): number {
  return spellingDifferences.indexOf(spellingDifference(a, b) ?? "capitals") / spellingDifferences.length;
}

/** Three rows of the table suffice: a swap looks two letters back. */
function editDistance(a: string, b: string): number {
  let beforeLast = new Uint16Array(b.length + 1);
  let last = Uint16Array.from(beforeLast.keys());
  let current = new Uint16Array(b.length + 1);
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let distance = Math.min(last[j] + 1, current[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, beforeLast[j - 2] + 1);
      }
      current[j] = distance;
    }
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[b.length];
}
