import {
  type AnalogyEvaluation,
  type AnalogySection,
  bookEvaluation,
  evaluateAnalogies,
  evaluateWordPairs,
  type WordPairEvaluation,
} from "@wordloom/evaluation";
import { wrongUse } from "@wordloom/terminal";
import { analogy, mostSimilar, type Neighbour, type WordVectors } from "@wordloom/vectors";
import type { AnalogyWords } from "./analogy-words.js";
import type { WordPairSet } from "./read-test-sets.js";

/** What was asked; nothing at all means the book's questions. */
export interface Questions {
  readonly similar?: readonly string[];
  readonly analogy?: readonly AnalogyWords[];
  readonly analogies: readonly AnalogySection[];
  readonly pairs: readonly WordPairSet[];
  readonly top: number;
  readonly restrict?: number;
}

/** What `--json` prints: only what was asked for is there. */
export interface Evaluation {
  readonly similar?: Readonly<Record<string, readonly Neighbour[]>>;
  readonly analogy?: Readonly<Record<string, readonly Neighbour[]>>;
  /** Of the book's questions, those without answers, and why. */
  readonly missing?: Readonly<Record<string, string>>;
  readonly analogies?: AnalogyEvaluation;
  readonly pairs?: PairsEvaluation;
}

interface PairsEvaluation {
  /** Counts of all files; correlations are the plain averages of theirs, since scales differ. */
  readonly total: Pick<WordPairEvaluation, "spearman" | "pearson" | "used" | "pairs">;
  readonly sections: readonly (WordPairEvaluation & { readonly name: string })[];
  readonly coverage: number;
}

export function answerQuestions(vectors: WordVectors, questions: Questions): Evaluation {
  const { similar, analogy: asked, analogies, pairs, top } = questions;
  const restrict = questions.restrict === undefined ? {} : { restrict: questions.restrict };
  const options = { top, ...restrict };
  if (!similar && !asked && analogies.length === 0 && pairs.length === 0) return bookEvaluation(vectors, options);
  return {
    // From entries, so that __proto__ is a key like any other.
    ...(similar && {
      similar: Object.fromEntries(
        similar.flatMap((list) => wordsOf(vectors, list)).map((word) => [word, mostSimilar(vectors, word, options)]),
      ),
    }),
    ...(asked && {
      analogy: Object.fromEntries(
        asked.map(({ question, words: [a, b, c] }) => [question, analogy(vectors, a, b, c, options)]),
      ),
    }),
    ...(analogies.length > 0 && { analogies: evaluateAnalogies(vectors, analogies, restrict) }),
    ...(pairs.length > 0 && { pairs: evaluatePairs(vectors, pairs, restrict) }),
  };
}

/** Words separated by commas, unless the whole is a word itself, as `10,000` may be. */
function wordsOf({ idOf }: WordVectors, list: string): readonly string[] {
  if (idOf.has(list)) return [list];
  const words = list.split(",").map((word) => word.trim());
  if (words.includes("")) throw wrongUse(`--similar ${JSON.stringify(list)} names an empty word`);
  return words;
}

function evaluatePairs(
  vectors: WordVectors,
  sets: readonly WordPairSet[],
  restrict: { restrict?: number },
): PairsEvaluation {
  const sections = sets.map(({ name, pairs }) => ({ name, ...evaluateWordPairs(vectors, pairs, restrict) }));
  const used = sections.reduce((sum, section) => sum + section.used, 0);
  const pairs = sections.reduce((sum, section) => sum + section.pairs, 0);
  const total = {
    spearman: average(sections.map(({ spearman }) => spearman)),
    pearson: average(sections.map(({ pearson }) => pearson)),
    used,
    pairs,
  };
  return { total, sections, coverage: used / pairs };
}

function average(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
