import {
  type AnalogyEvaluation,
  bookEvaluation,
  evaluateAnalogies,
  evaluateBats,
  evaluateWordPairs,
  type WordPair,
  type WordPairEvaluation,
} from "@wordloom/evaluation";
import { wrongUse } from "@wordloom/terminal";
import { analogy, mostSimilar, type Neighbour, rowOf, type WordVectors } from "@wordloom/vectors";
import type { AnalogyWords } from "./analogy-words.js";
import type { AnalogySet, WordPairSet } from "./read-test-sets.js";
import { bootstrapOptions, isForBats, isForQuestions, protocolOptions, protocolsOf, type Scoring } from "./scoring.js";

/** What was asked; nothing at all means the book's questions. */
export interface Questions extends Scoring {
  readonly similar?: readonly string[];
  readonly analogy?: readonly AnalogyWords[];
  readonly analogies: readonly AnalogySet[];
  readonly pairs: readonly WordPairSet[];
  readonly top: number;
  /** Whether to list every question with its answer, every pair with its cosine. */
  readonly list: boolean;
}

/** What `--json` prints: only what was asked for is there. */
export interface Evaluation {
  readonly similar?: Readonly<Record<string, readonly Neighbour[]>>;
  readonly analogy?: Readonly<Record<string, readonly Neighbour[]>>;
  /** Of the book's questions, those without answers, and why. */
  readonly missing?: Readonly<Record<string, string>>;
  /** By set and protocol. */
  readonly analogies?: readonly (AnalogyEvaluation & { readonly name: string })[];
  readonly pairs?: PairsEvaluation;
}

interface PairsEvaluation {
  /** Counts of all files; correlations are the plain averages of theirs, since scales differ. */
  readonly total: Pick<WordPairEvaluation, "spearman" | "pearson" | "used" | "pairs">;
  readonly sections: readonly ScoredPairs[];
  readonly coverage: number;
}

interface ScoredPairs extends Omit<WordPairEvaluation, "cosines"> {
  readonly name: string;
  /** Every pair with its cosine, null for one with an unknown word. */
  readonly list?: readonly (WordPair & { readonly cosine: number | null })[];
}

export function answerQuestions(vectors: WordVectors, questions: Questions): Evaluation {
  const { similar, analogy: asked, analogies, pairs, top, restrict } = questions;
  const options = { top, ...(restrict !== undefined && { restrict }) };
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
    ...(analogies.length > 0 && { analogies: scoreAnalogies(vectors, questions) }),
    ...(pairs.length > 0 && { pairs: scorePairs(vectors, questions) }),
  };
}

/** Words separated by commas, unless the whole is a word itself, as `10,000` may be. */
function wordsOf(vectors: WordVectors, list: string): readonly string[] {
  if (rowOf(vectors, list) !== undefined) return [list];
  const words = list.split(",").map((word) => word.trim());
  if (words.includes("")) throw wrongUse(`--similar ${JSON.stringify(list)} names an empty word`);
  return words;
}

function scoreAnalogies(vectors: WordVectors, questions: Questions): (AnalogyEvaluation & { readonly name: string })[] {
  const { analogies, protocol, unknown, list } = questions;
  const options = { ...protocolOptions(questions), ...bootstrapOptions(questions), unknown, listAnswers: list };
  const protocols = protocolsOf(analogies, protocol);
  return analogies.flatMap((set, i) =>
    protocols[i].map((protocol) => ({
      name: set.name,
      ...("sections" in set
        ? evaluateAnalogies(vectors, set.sections, { ...options, ...(isForQuestions(protocol) && { protocol }) })
        : evaluateBats(vectors, set.categories, { ...options, ...(isForBats(protocol) && { method: protocol }) })),
    })),
  );
}

function scorePairs(vectors: WordVectors, questions: Questions): PairsEvaluation {
  const unknown = questions.unknown === "skip" ? "skip" : "zero";
  const options = { ...protocolOptions(questions), ...bootstrapOptions(questions), unknown } as const;
  const sections = questions.pairs.map(({ name, pairs }): ScoredPairs => {
    const { cosines, ...scores } = evaluateWordPairs(vectors, pairs, { ...options, listCosines: questions.list });
    return { name, ...scores, ...(cosines && { list: pairs.map((pair, i) => ({ ...pair, cosine: cosines[i] })) }) };
  });
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
