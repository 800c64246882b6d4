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
import {
  analogy,
  missingWord,
  mostSimilar,
  type Neighbour,
  type ReadingNote,
  rowOf,
  type WordVectors,
} from "@wordloom/vectors";
import type { AnalogySet } from "../test-sets/read-analogies.js";
import type { WordPairSet } from "../test-sets/read-pairs.js";
import type { AnalogyWords } from "../words/analogy-words.js";
import { wordList } from "../words/word-list.js";
import { bootstrapOptions, isForBats, isForQuestions, protocolOptions, protocolsOf, type Scoring } from "./scoring.js";
import { spellingNotes } from "./spelling-notes.js";

/** How many rows word pairs use without `--restrict`, as in gensim. */
const GENSIM_ROWS = 300_000;

/** The questions to ask. Without any, the book's questions are asked. */
export interface Questions extends Scoring {
  readonly similar?: readonly string[];
  readonly analogy?: readonly AnalogyWords[];
  readonly analogies: readonly AnalogySet[];
  readonly pairs: readonly WordPairSet[];
  readonly top: number;
  /** Whether to list every question with its answer, and every pair with its cosine. */
  readonly list: boolean;
}

/** The answers, which `--json` prints. A part is absent if it was not asked for. */
export interface Evaluation {
  readonly similar?: Readonly<Record<string, readonly Neighbour[]>>;
  readonly analogy?: Readonly<Record<string, readonly Neighbour[]>>;
  /** By word or question, the reason why it has no answer. */
  readonly missing?: Readonly<Record<string, string>>;
  /** The scores by set and protocol. */
  readonly analogies?: readonly (AnalogyEvaluation & Noted & { readonly name: string })[];
  readonly pairs?: PairsEvaluation;
}

interface PairsEvaluation {
  /** The counts of all files together. Correlations are the means over the files, because their scales differ. */
  readonly total: Pick<WordPairEvaluation, "spearman" | "pearson" | "used" | "pairs">;
  readonly sections: readonly ScoredPairs[];
  readonly coverage: number;
}

/** Says what is odd about a test set with these vectors; absent if nothing is. */
interface Noted {
  readonly notes?: readonly ReadingNote[];
}

interface ScoredPairs extends Omit<WordPairEvaluation, "cosines">, Noted {
  readonly name: string;
  /** Every pair with its cosine; null for a pair with an unknown word. */
  readonly list?: readonly (WordPair & { readonly cosine: number | null })[];
}

/**
 * Answers questions about vectors and scores test sets.
 *
 * @throws CommanderError if `--similar` cannot be read as words
 */
export function answerQuestions(vectors: WordVectors, questions: Questions): Evaluation {
  const { similar, analogy: asked, analogies, pairs, top, restrict } = questions;
  const options = { top, ...(restrict !== undefined && { restrict }) };
  if (!similar && !asked && analogies.length === 0 && pairs.length === 0) return bookEvaluation(vectors, options);
  const missing: [string, string][] = [];
  const isKnown = (question: string, words: readonly string[]) => {
    const unknown = words.filter((word) => rowOf(vectors, word) === undefined);
    const reasons = new Set(unknown.map((word) => missingWord(vectors, word)));
    if (unknown.length > 0) missing.push([question, [...reasons].join("; ")]);
    return unknown.length === 0;
  };
  const neighbours = similar
    ?.flatMap((list) => listedWords(vectors, list))
    .filter((word) => isKnown(word, [word]))
    .map((word) => [word, mostSimilar(vectors, word, options)]);
  const answers = asked
    ?.filter(({ question, words }) => isKnown(question, words))
    .map(({ question, words: [a, b, c] }) => [question, analogy(vectors, a, b, c, options)]);
  return {
    // `fromEntries` makes __proto__ a key like any other.
    ...(neighbours && { similar: Object.fromEntries(neighbours) }),
    ...(answers && { analogy: Object.fromEntries(answers) }),
    ...(missing.length > 0 && { missing: Object.fromEntries(missing) }),
    ...(analogies.length > 0 && { analogies: scoreAnalogies(vectors, questions) }),
    ...(pairs.length > 0 && { pairs: scorePairs(vectors, questions) }),
  };
}

function listedWords(vectors: WordVectors, list: string): string[] {
  try {
    return wordList(list, (text) => rowOf(vectors, text) !== undefined);
  } catch (error) {
    throw wrongUse(`--similar ${JSON.stringify(list)}: ${error instanceof Error ? error.message : error}`);
  }
}

function scoreAnalogies(
  vectors: WordVectors,
  questions: Questions,
): (AnalogyEvaluation & Noted & { readonly name: string })[] {
  const { analogies, protocol, unknown, list } = questions;
  const options = { ...protocolOptions(questions), ...bootstrapOptions(questions), unknown, listAnswers: list };
  const protocols = protocolsOf(analogies, protocol);
  return analogies.flatMap((set, i) =>
    protocols[i].map((protocol) => {
      const evaluation =
        "sections" in set
          ? evaluateAnalogies(vectors, set.sections, { ...options, ...(isForQuestions(protocol) && { protocol }) })
          : evaluateBats(vectors, set.categories, { ...options, ...(isForBats(protocol) && { method: protocol }) });
      return {
        name: set.name,
        ...evaluation,
        ...noted(spellingNotes(vectors, evaluation.unknownWords, evaluation.rows)),
      };
    }),
  );
}

function scorePairs(vectors: WordVectors, questions: Questions): PairsEvaluation {
  const unknown = questions.unknown === "skip" ? "skip" : "zero";
  const options = { ...protocolOptions(questions), ...bootstrapOptions(questions), unknown } as const;
  const sections = questions.pairs.map(({ name, pairs }): ScoredPairs => {
    const { cosines, ...scores } = evaluateWordPairs(vectors, pairs, { ...options, listCosines: questions.list });
    const notes = spellingNotes(vectors, scores.unknownWords, questions.restrict ?? GENSIM_ROWS);
    return {
      name,
      ...scores,
      ...noted(notes),
      ...(cosines && { list: pairs.map((pair, i) => ({ ...pair, cosine: cosines[i] })) }),
    };
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

function noted(notes: readonly ReadingNote[]): Noted {
  return notes.length === 0 ? {} : { notes };
}

function average(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
