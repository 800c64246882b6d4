import { isList, requireArgument } from "@wordloom/arguments";
import type { WordVectors } from "../vectors/word-vectors.js";
import { foldedSpelling, type SpellingDifference, spellingDifference, spellingDifferences } from "./spelling-forms.js";

/** A word of the vocabulary that may be meant by another spelling of it. */
export interface OtherSpelling {
  /** The word of the vocabulary. */
  readonly word: string;
  /**
   * In what the two spellings differ. Of several differences, it is the last in the order of {@link
   * SpellingDifference}.
   */
  readonly difference: SpellingDifference;
}

/**
 * Finds other spellings of words that are not in the vocabulary: normalized otherwise by Unicode's rules, with
 * characters that do not show, in full width, with other punctuation or capitals. Of several spellings, it takes the
 * one that differs least, and of those that differ as little, the first row.
 *
 * @param unknown - words that are not in the vocabulary
 * @param rows - how many rows to look at; all if not given
 * @returns for each word that has another spelling, that spelling
 * @throws TypeError if `vectors` have no words, or `unknown` is not a list
 *
 * @example
 * otherSpellings(vectors, ["cafe\u0301"]) // Map { "cafe\u0301" → { word: "café", difference: "normalization" } }
 */
export function otherSpellings(
  vectors: Pick<WordVectors, "words">,
  unknown: readonly string[],
  rows: number = vectors?.words?.length,
): ReadonlyMap<string, OtherSpelling> {
  const { words } = Object(vectors) as Pick<WordVectors, "words">;
  requireArgument(
    "otherSpellings",
    isList(words),
    "the vectors are",
    vectors,
    "they have words, as readVectors makes them",
  );
  requireArgument("otherSpellings", isList(unknown), "the unknown words are", unknown, "they are a list of strings");
  const byFold = new Map<string, string[]>();
  for (const word of unknown) {
    const folded = foldedSpelling(word);
    const same = byFold.get(folded);
    if (same === undefined) byFold.set(folded, [word]);
    else same.push(word);
  }
  const found = new Map<string, OtherSpelling>();
  if (unknown.length === 0) return found;
  for (let row = 0; row < Math.min(rows, words.length); row++) {
    for (const asked of byFold.get(foldedSpelling(words[row])) ?? []) {
      const difference = spellingDifference(asked, words[row]);
      const before = found.get(asked);
      if (
        difference !== undefined &&
        (before === undefined ||
          spellingDifferences.indexOf(difference) < spellingDifferences.indexOf(before.difference))
      ) {
        found.set(asked, { word: words[row], difference });
      }
    }
  }
  return found;
}
