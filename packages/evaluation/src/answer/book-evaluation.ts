import { checkOptions } from "@wordloom/arguments";
import { analogy, missingWord, mostSimilar, type Neighbour, rowOf, type WordVectors } from "@wordloom/vectors";
import { gensimNames } from "./gensim-names.js";

const WORDS = ["you", "year", "car", "toyota"] as const;
const ANALOGIES = [
  ["king", "man", "queen"],
  ["take", "took", "go"],
  ["car", "cars", "child"],
  ["good", "better", "bad"],
] as const;

/** Answers by question, fit for JSON. */
export interface BookEvaluation {
  /** By word. */
  readonly similar: Readonly<Record<string, readonly Neighbour[]>>;
  /** By question: `king:man::queen`. */
  readonly analogy: Readonly<Record<string, readonly Neighbour[]>>;
  /** By word or question, why it has no answers. */
  readonly missing: Readonly<Record<string, string>>;
}

export interface BookEvaluationOptions {
  /** Answers to each question; 5 unless told otherwise, as in the book. */
  readonly top?: number;
  /** Only the first so many rows can be answers; all unless told otherwise. */
  readonly restrict?: number;
}

/**
 * What the book shows of its vectors: the neighbours of *you*, *year*, *car* and *toyota*, and four analogies.
 *
 * Cosines throughout; the book's own analogies rank by products with raw rows, see `analogy`.
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
