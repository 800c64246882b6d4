import { checkChoice } from "@wordloom/arguments";
import type { WordVectors } from "@wordloom/vectors";
import type { BatsCategory, BatsPair } from "../parse/parse-bats-category.js";
import { protocolRules } from "./analogy-protocol.js";
import { type AnsweredAnalogies, type AnsweredSection, answerSettings, pairName } from "./answer-analogies.js";
import { type FoldedRows, foldedRows, type ProtocolOptions } from "./folded-rows.js";
import { NOWHERE, nearestByOffset, type OffsetQuestion } from "./nearest-by-offset.js";
import { wordDirections } from "./word-directions.js";

/** The way from a word to its answer: that of one other pair, by sums or by products, or the mean way of all other pairs. */
export type BatsMethod = "3CosAdd" | "3CosMul" | "3CosAvg";

/** How to answer the questions of the Bigger Analogy Test Set. */
export interface BatsOptions extends ProtocolOptions {
  /** The way from a word to its answer. Default `"3CosAdd"`. */
  readonly method?: BatsMethod;
  /** What to do with a question that has an unknown word: `"skip"` it, or count it as `"wrong"`. Default `"skip"`. */
  readonly unknown?: "skip" | "wrong";
  /** A number in `(0, 1]` that keeps 3CosMul from dividing by zero. Default 0.001. */
  readonly epsilon?: number;
}

/** Answers every question whose pairs are known. */
export function answerBats(
  caller: string,
  vectors: WordVectors,
  categories: readonly BatsCategory[],
  { method = "3CosAdd", ...options }: BatsOptions,
): AnsweredAnalogies {
  checkChoice(caller, "method", method, ["3CosAdd", "3CosMul", "3CosAvg"]);
  const { unknown, epsilon } = answerSettings(caller, options);
  // Among all rows, as by the protocol of the name.
  const folded = foldedRows(caller, vectors, protocolRules(caller, "3CosAdd"), options);
  const unknownWords = new Set<string>();
  const asked = categories.map((category) => {
    const pairs = category.pairs.map((pair) => rowsOfPair(folded, pair, unknownWords));
    const questions = method === "3CosAvg" ? averageQuestions(vectors, pairs) : pairQuestions(pairs);
    return { category, pairs, questions };
  });
  const objective = method === "3CosMul" ? "mul" : "add";
  const allAnswers = answersTo(
    vectors,
    folded,
    objective,
    epsilon,
    asked.flatMap(({ questions }) => questions),
  );
  let next = 0;
  const sections = asked.map(({ category: { name, group, kind, pairs: words }, pairs, questions }): AnsweredSection => {
    const first = next;
    next += questions.length;
    const answers = allAnswers.subarray(first, next);
    return {
      name,
      group,
      kind,
      questionAt: (q) => {
        const { shown, asked } = questions[q];
        const way = shown === asked ? [] : [words[shown].word, words[shown].answers[0]];
        return [...way, words[asked].word, ...words[asked].answers];
      },
      isKnown: questions.map(({ isKnown }) => isKnown),
      isRight: questions.map(({ asked }, q) => pairs[asked].answers.includes(folded.firstRow[answers[q]] ?? -1)),
      answers,
      pairs: questions.flatMap(({ shown, asked }) => [pairs[shown].name, pairs[asked].name]),
    };
  });
  return {
    protocol: `BATS, ${method}`,
    rows: folded.firstRow.length,
    unknown,
    sections,
    unknownWords: [...unknownWords],
  };
}

interface PairRows {
  readonly name: string;
  readonly isKnown: boolean;
  /** −1 for a word that isn't known. */
  readonly word: number;
  readonly firstAnswer: number;
  /** Of the answers that are known. */
  readonly answers: readonly number[];
}

function rowsOfPair(folded: FoldedRows, { word, answers }: BatsPair, unknownWords: Set<string>): PairRows {
  const [first] = answers;
  const rowOf = (text: string) => folded.rowOf.get(folded.fold(text)) ?? -1;
  for (const needed of [word, first]) if (rowOf(needed) < 0) unknownWords.add(needed);
  return {
    name: pairName(folded, word, first),
    isKnown: rowOf(word) >= 0 && rowOf(first) >= 0,
    word: rowOf(word),
    firstAnswer: rowOf(first),
    answers: answers.map(rowOf).filter((row) => row >= 0),
  };
}

/** What is where word `asked` gets by the ways of some pairs? */
interface BatsQuestion {
  /** The pair that shows the way; `asked` itself where it is all others. */
  readonly shown: number;
  readonly asked: number;
  readonly isKnown: boolean;
  /** Rows: where the ways begin and end, where they are to lead from, and what is no answer. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly plus: number;
  readonly excluded: readonly number[];
}

/** Each pair shows the way to all others, the first pair first. */
function pairQuestions(pairs: readonly PairRows[]): BatsQuestion[] {
  return pairs.flatMap((shown, i) =>
    pairs.flatMap((asked, j) => {
      if (i === j) return [];
      return {
        shown: i,
        asked: j,
        isKnown: shown.isKnown && asked.isKnown,
        from: [shown.word],
        to: [shown.firstAnswer],
        plus: asked.word,
        excluded: [shown.word, asked.word, ...shown.answers],
      };
    }),
  );
}

/** All other known pairs show the way; but for those with a row of zeros, which show none. */
function averageQuestions({ norms }: WordVectors, pairs: readonly PairRows[]): BatsQuestion[] {
  return pairs.map((asked, j) => {
    const others = pairs.filter((pair) => pair !== asked && norms[pair.word] > 0 && norms[pair.firstAnswer] > 0);
    return {
      shown: j,
      asked: j,
      isKnown: asked.isKnown && others.length > 0,
      from: others.map(({ word }) => word),
      to: others.map(({ firstAnswer }) => firstAnswer),
      plus: asked.word,
      excluded: [asked.word],
    };
  });
}

/** Rows, by question; −1 where there is no answer. */
function answersTo(
  vectors: WordVectors,
  { firstRow }: FoldedRows,
  objective: "add" | "mul",
  epsilon: number,
  questions: readonly BatsQuestion[],
): Int32Array {
  const known = questions.filter(({ isKnown }) => isKnown);
  const isAverage = ({ from }: BatsQuestion) => from.length > 1;
  const rows = known.flatMap((question) =>
    isAverage(question) ? [question.plus] : [...question.from, ...question.to, question.plus],
  );
  const { directions, directionOf, firstWay } = wordDirections(vectors, rows, known.filter(isAverage));
  let way = firstWay;
  const offsets = known.map((question): OffsetQuestion => {
    const { from, to, plus, excluded } = question;
    return isAverage(question)
      ? { from: NOWHERE, to: way++, plus: directionOf(plus), excluded }
      : { from: directionOf(from[0]), to: directionOf(to[0]), plus: directionOf(plus), excluded };
  });
  const search = { directions, standsFor: firstRow, objective, epsilon, above: -Infinity, candidates: 1 };
  const answers = nearestByOffset(vectors, offsets, search);
  let next = 0;
  return Int32Array.from(questions, ({ isKnown }) => (isKnown ? answers[next++] : -1));
}
