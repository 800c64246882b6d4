import { checkOptions, requireArgument, shownValue } from "@wordloom/arguments";

/** Words by falling count, so that an id is also a rank. Words with equal counts are in the order in which they first came. */
export interface Vocabulary {
  /** The word of each id. */
  readonly words: readonly string[];
  /** How often each word occurs, by id. */
  readonly counts: Float64Array;
  /** The id of each word: the inverse of `words`. */
  readonly idOf: ReadonlyMap<string, number>;
}

/** Options of {@link buildVocabulary} and {@link trimVocabulary}. */
export interface VocabularyOptions {
  /** Leaves out words that occur less often. Default 1. */
  readonly minCount?: number;
  /** How many words to keep at most, the most frequent ones. Default: all. */
  readonly maxSize?: number;
}

/**
 * Counts words and ranks them by falling count.
 *
 * @throws RangeError if an option is not a positive integer, or no word is left
 * @throws TypeError if `tokens` is not a list of strings, or an option does not exist
 *
 * @example
 * buildVocabulary(["b", "a", "c", "a"]).words // ["a", "b", "c"]
 */
export function buildVocabulary(tokens: Iterable<string>, options: VocabularyOptions = {}): Vocabulary {
  refuseString("buildVocabulary", tokens);
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  for (const word of counts.keys()) requireWord("buildVocabulary", word);
  return rank("buildVocabulary", counts, options);
}

/**
 * Leaves out the rare words of a vocabulary. Encode a corpus anew to follow: `encodeCorpus(corpus, trimmed, "drop")`.
 *
 * @throws RangeError if an option is not a positive integer, or no word is left
 * @throws TypeError if `vocabulary` is something else, or an option does not exist
 */
export function trimVocabulary(vocabulary: Vocabulary, options: VocabularyOptions): Vocabulary {
  requireVocabulary("trimVocabulary", vocabulary);
  const { words, counts } = vocabulary;
  return rank("trimVocabulary", new Map(words.map((word, id) => [word, counts[id]])), options);
}

/** @throws TypeError for a string, whose letters would pass for words, and for what is no list */
export function refuseString(caller: string, tokens: Iterable<string>): void {
  const isRight = typeof tokens === "object" && tokens !== null && Symbol.iterator in tokens;
  requireArgument(
    caller,
    isRight,
    "the tokens are",
    tokens,
    "they are a list of words, as text.split(/\\s+/) makes one",
  );
}

/** @throws TypeError for a token that is no string, such as a sentence */
export function requireWord(caller: string, token: unknown): void {
  const right = Array.isArray(token) ? "of sentences, sentences.flat() is a list of words" : "tokens are strings";
  requireArgument(caller, typeof token === "string", "a token is", token, right);
}

/** @throws TypeError for what is no vocabulary, such as the corpus that has one */
export function requireVocabulary(caller: string, vocabulary: Vocabulary): void {
  const { words, counts, idOf, ...other } = Object(vocabulary) as Partial<Vocabulary> & { vocabulary?: unknown };
  const isRight = words !== undefined && counts !== undefined && idOf !== undefined;
  const right = "vocabulary" in other ? "of a corpus it is corpus.vocabulary" : "buildVocabulary(words) makes one";
  requireArgument(caller, isRight, "the vocabulary is", vocabulary, right);
}

/** The vocabulary of words that are in order already. */
export function rankedVocabulary(words: readonly string[], counts: Float64Array): Vocabulary {
  return { words, counts, idOf: new Map(words.map((word, id) => [word, id])) };
}

function rank(caller: string, counts: ReadonlyMap<string, number>, options: VocabularyOptions): Vocabulary {
  checkOptions(
    caller,
    options,
    { minCount: true, maxSize: true },
    { max_vocab_size: "maxSize", max_final_vocab: "maxSize", min_freq: "minCount", size: "maxSize" },
  );
  const { minCount = 1, maxSize = 2 ** 31 - 1 } = options;
  for (const [option, value] of [
    ["minCount", minCount],
    ["maxSize", maxSize],
  ] as const) {
    if (!(Number.isSafeInteger(value) && value >= 1)) {
      throw new RangeError(`${caller}: ${option} is ${shownValue(value)}; it must be a positive whole number`);
    }
  }
  const kept = [...counts]
    .filter(([, count]) => count >= minCount)
    .sort(([, a], [, b]) => b - a)
    .slice(0, maxSize);
  if (kept.length === 0) {
    throw new RangeError(
      counts.size === 0
        ? `${caller}: there are no words to count`
        : `${caller}: none of the ${counts.size} words occurs ${minCount} times; ${lowerMinCount(counts)}`,
    );
  }
  return rankedVocabulary(
    kept.map(([word]) => word),
    Float64Array.from(kept, ([, count]) => count),
  );
}

function lowerMinCount(counts: ReadonlyMap<string, number>): string {
  let [most, words] = [0, 0];
  for (const count of counts.values()) {
    if (count > most) [most, words] = [count, 0];
    if (count === most) words++;
  }
  return `the commonest occurs ${most} times, so that minCount: ${most} leaves ${words} of them`;
}
