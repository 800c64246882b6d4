import { checkOptions } from "@wordloom/arguments";
import { analogy, missingWord, mostSimilar, type Neighbour, rowOf, type WordVectors } from "@wordloom/vectors";
import { gensimNames } from "../score/gensim-names.js";

const WORDS = ["you", "year", "car", "toyota"] as const;
const ANALOGIES = [
  ["king", "man", "queen"],
  ["take", "took", "go"],
  ["car", "cars", "child"],
  ["good", "better", "bad"],
] as const;

/** The answers to the book's questions. Plain data, also as JSON. */
export interface BookEvaluation {
  /** The neighbours of each word. */
  readonly similar: Readonly<Record<string, readonly Neighbour[]>>;
  /** The answers to each question, such as `king:man::queen`. */
  readonly analogy: Readonly<Record<string, readonly Neighbour[]>>;
  /** Why a word or a question has no answers. */
  readonly missing: Readonly<Record<string, string>>;
}

/** Options of {@link bookEvaluation}. */
export interface BookEvaluationOptions {
  /** How many answers each question gets. Default 5, as in the book. */
  readonly top?: number;
  /** How many rows can be answers, the first ones. Default: all. */
  readonly restrict?: number;
}

/**
 * Asks vectors what the book asks its own: the neighbours of *you*, *year*, *car* and *toyota*, and four analogies.
 *
 * All answers are ranked by cosines. The book ranks those of analogies by products with raw rows; see `analogy`.
 *
 * @see Saito 2018, *Deep Learning from Scratch 2*, section 4.3.3
 *
 * @example
 * bookEvaluation(vectors).similar.year // [{ word: "month", similarity: 0.81 }, …]
 */
export function bookEvaluation(vectors: WordVectors, options: BookEvaluationOptions = {}): BookEvaluation {
  checkOptions("bookEvaluation", options, { top: true, restrict: true }, gensimNames);
  const { top = 5, ...restrict } = options;
  const asked = { top, ...restrict };
  const missing: [string, string][] = [];
  const isKnown = (question: string, words: readonly string[]) => {
    const unknown = words.find((word) => rowOf(vectors, word) === undefined);
    if (unknown !== undefined) missing.push([question, missingWord(vectors, unknown)]);
    return unknown === undefined;
  };
  const similar = WORDS.filter((word) => isKnown(word, [word])).map((word) => [
    word,
    mostSimilar(vectors, word, asked),
  ]);
  const analogies = ANALOGIES.map(([a, b, c]) => ({ question: `${a}:${b}::${c}`, a, b, c }))
    .filter(({ question, a, b, c }) => isKnown(question, [a, b, c]))
    .map(({ question, a, b, c }) => [question, analogy(vectors, a, b, c, asked)]);
  return {
    similar: Object.fromEntries(similar),
    analogy: Object.fromEntries(analogies),
    missing: Object.fromEntries(missing),
  };
}
