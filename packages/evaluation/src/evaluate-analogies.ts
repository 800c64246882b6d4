import type { WordVectors } from "@wordloom/vectors";
import { type FoldedRows, foldedRows, type ProtocolOptions } from "./folded-rows.js";
import { nearestByOffset, type OffsetQuestion } from "./nearest-by-offset.js";
import type { AnalogyQuestion, AnalogySection } from "./parse-analogies.js";

export interface AnalogyScore {
  readonly correct: number;
  /** Questions whose four words are all in the vocabulary. */
  readonly asked: number;
  readonly questions: number;
  /** `correct / asked`; null where nothing was asked. */
  readonly accuracy: number | null;
}

export interface AnalogySectionScore extends AnalogyScore {
  readonly name: string;
}

export interface AnalogyEvaluation {
  readonly total: AnalogyScore;
  /** The sections whose names don't start with `gram`, as Google's do; null where there are none of either kind. */
  readonly semantic: AnalogyScore | null;
  /** The sections whose names start with `gram`; null where there are none of either kind. */
  readonly syntactic: AnalogyScore | null;
  readonly sections: readonly AnalogySectionScore[];
  /** `asked / questions` of the total. */
  readonly coverage: number;
}

/**
 * The share of analogy questions whose expected word is the nearest to `unit(b) − unit(a) + unit(c)`, of all words
 * but `a`, `b` and `c` (3CosAdd).
 *
 * gensim's protocol: questions with a word outside the (restricted) vocabulary are left out and counted, capitals
 * don't matter, and a candidate that differs from a word of the question in capitals alone is no answer. word2vec.c's
 * `compute-accuracy` leaves out the three rows only. Accuracy says nothing without the coverage beside it.
 *
 * @throws RangeError if `restrict` is not a whole number of at least 1
 * @see https://github.com/piskvorky/gensim, `KeyedVectors.evaluate_word_analogies`
 *
 * @example
 * evaluateAnalogies(vectors, parseAnalogies(text)).total // { correct: 77, asked: 4716, questions: 19544, accuracy: 0.0163… }
 */
export function evaluateAnalogies(
  vectors: WordVectors,
  sections: readonly AnalogySection[],
  options: ProtocolOptions = {},
): AnalogyEvaluation {
  const folded = foldedRows("evaluateAnalogies", vectors, options);
  const asked = sections.map(({ questions }) =>
    questions.map((question) => rowsOf(folded, question)).filter((rows) => rows !== undefined),
  );
  const answers = nearestByOffset(vectors, asked.flat(), folded.firstRow);

  let next = 0;
  const scores = sections.map(({ name, questions }, index) => {
    const first = next;
    next += asked[index].length;
    const correct = asked[index].filter(({ expected }, i) => folded.firstRow[answers[first + i]] === expected).length;
    return { name, ...score(correct, asked[index].length, questions.length) };
  });
  const isSyntactic = ({ name }: AnalogySectionScore) => name.startsWith("gram");
  const hasBoth = scores.some(isSyntactic) && !scores.every(isSyntactic);
  const total = sum(scores);
  return {
    total,
    semantic: hasBoth ? sum(scores.filter((section) => !isSyntactic(section))) : null,
    syntactic: hasBoth ? sum(scores.filter(isSyntactic)) : null,
    sections: scores,
    coverage: total.asked / total.questions,
  };
}

interface AskedQuestion extends OffsetQuestion {
  readonly expected: number;
}

function rowsOf({ rowOf, fold }: FoldedRows, question: AnalogyQuestion): AskedQuestion | undefined {
  const [a, b, c, expected] = question.map((word) => rowOf.get(fold(word)));
  if (a === undefined || b === undefined || c === undefined || expected === undefined) return undefined;
  return { a, b, c, expected };
}

function sum(scores: readonly AnalogyScore[]): AnalogyScore {
  const total = (key: "correct" | "asked" | "questions") => scores.reduce((sum, score) => sum + score[key], 0);
  return score(total("correct"), total("asked"), total("questions"));
}

function score(correct: number, asked: number, questions: number): AnalogyScore {
  return { correct, asked, questions, accuracy: asked === 0 ? null : correct / asked };
}
