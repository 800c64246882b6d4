import { checkChoice, shownValue } from "@wordloom/arguments";
import type { WordVectors } from "@wordloom/vectors";
import type { AnalogyKind, AnalogyQuestion, AnalogySection } from "../parse/parse-analogies.js";
import { type AnalogyProtocol, type ProtocolRules, protocolRules } from "./analogy-protocol.js";
import { type FoldedRows, foldedRows, type ProtocolOptions } from "./folded-rows.js";
import { nearestByOffset } from "./nearest-by-offset.js";
import { wordDirections } from "./word-directions.js";

/** How to answer analogy questions. */
export interface AnalogyOptions extends ProtocolOptions {
  /** The rules to follow. Default `"gensim"`. */
  readonly protocol?: AnalogyProtocol;
  /**
   * What to do with a question that has an unknown word: `"skip"` it, or count it as `"wrong"`, as gensim's `dummy4unknown`
   * does. Default `"skip"`.
   */
  readonly unknown?: "skip" | "wrong";
  /** A number in `(0, 1]` that keeps 3CosMul from dividing by zero. Default 0.001; 1e-6 in gensim, 0.01 in hyperwords. */
  readonly epsilon?: number;
}

/** What became of the questions of a section, each at its place. */
export interface AnsweredSection {
  readonly name: string;
  readonly kind: AnalogyKind | null;
  readonly group: string | null;
  /** The words of a question, as the test set has them, what is right last. */
  readonly questionAt: (question: number) => readonly string[];
  /** Whether all words of a question are known. */
  readonly isKnown: readonly boolean[];
  readonly isRight: readonly boolean[];
  /** Rows; −1 where there is no answer. */
  readonly answers: Int32Array;
  /** `[Q, 2]`, names of the two pairs that a question is made of. */
  readonly pairs: readonly string[];
}

export interface AnsweredAnalogies {
  readonly protocol: string;
  /** How many rows were looked at. */
  readonly rows: number;
  readonly unknown: "skip" | "wrong";
  readonly sections: readonly AnsweredSection[];
  /** In their order of appearance. */
  readonly unknownWords: readonly string[];
}

/** Answers every question whose words are known. */
export function answerAnalogies(
  caller: string,
  vectors: WordVectors,
  sections: readonly AnalogySection[],
  { protocol = "gensim", ...options }: AnalogyOptions,
): AnsweredAnalogies {
  const rules = protocolRules(caller, protocol);
  const { unknown, epsilon } = answerSettings(caller, options);
  const folded = foldedRows(caller, vectors, rules, options);
  const kinds = kindsOf(sections, rules);
  const unknownWords = new Set<string>();
  const rows = sections.map(({ questions }) => questions.map((question) => rowsOf(folded, question, unknownWords)));
  const allAnswers = answersTo(vectors, folded, rules, epsilon, rows.flat());
  let next = 0;
  const answered = sections.map(({ name, questions }, index) => {
    const first = next;
    next += questions.length;
    const answers = allAnswers.subarray(first, next);
    return {
      name,
      kind: kinds[index],
      group: null,
      questionAt: (q: number) => questions[q],
      isKnown: rows[index].map((each) => each !== undefined),
      isRight: rows[index].map((each, q) => each !== undefined && folded.firstRow[answers[q]] === each.expected),
      answers,
      pairs: questions.flatMap(([a, b, c, d]) => [pairName(folded, a, b), pairName(folded, c, d)]),
    };
  });
  return { protocol, rows: folded.firstRow.length, unknown, sections: answered, unknownWords: [...unknownWords] };
}

/** What becomes of unknown words, and the ε of 3CosMul. */
export function answerSettings(
  caller: string,
  { unknown = "skip", epsilon = 0.001 }: Pick<AnalogyOptions, "unknown" | "epsilon">,
): Required<Pick<AnalogyOptions, "unknown" | "epsilon">> {
  checkChoice(caller, "unknown", unknown, ["skip", "wrong"]);
  if (!(Number.isFinite(epsilon) && epsilon > 0 && epsilon <= 1)) {
    throw new RangeError(`${caller}: epsilon is ${shownValue(epsilon)}; it must be in (0, 1]`);
  }
  return { unknown, epsilon };
}

/** The name of a pair of words, the same for the same words in other capitals. */
export function pairName({ fold }: FoldedRows, first: string, second: string): string {
  return JSON.stringify([fold(first), fold(second)]);
}

interface QuestionRows {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly expected: number;
}

function rowsOf(
  { rowOf, fold }: FoldedRows,
  question: AnalogyQuestion,
  unknownWords: Set<string>,
): QuestionRows | undefined {
  const [a, b, c, expected] = question.map((word) => {
    const row = rowOf.get(fold(word));
    if (row === undefined) unknownWords.add(word);
    return row;
  });
  if (a === undefined || b === undefined || c === undefined || expected === undefined) return undefined;
  return { a, b, c, expected };
}

function answersTo(
  vectors: WordVectors,
  { firstRow }: FoldedRows,
  { objective, excludes, candidates, above }: ProtocolRules,
  epsilon: number,
  questions: readonly (QuestionRows | undefined)[],
): Int32Array {
  const known = questions.filter((rows) => rows !== undefined);
  const { directions, directionOf } = wordDirections(
    vectors,
    known.flatMap(({ a, b, c }) => [a, b, c]),
  );
  const offsets = known.map(({ a, b, c }) => ({
    from: directionOf(a),
    to: directionOf(b),
    plus: directionOf(c),
    excluded: [a, b, c],
  }));
  const standsFor = excludes === "words" ? firstRow : firstRow.map((_, row) => row);
  const nearest = nearestByOffset(vectors, offsets, { directions, standsFor, objective, epsilon, above, candidates });

  let next = 0;
  return Int32Array.from(questions, (rows) => {
    if (rows === undefined) return -1;
    const first = next;
    next += candidates;
    return candidates === 1 ? nearest[first] : firstThatIsNoneOf(rows, nearest.subarray(first, next), firstRow);
  });
}

/** gensim's choice among its neighbours: if all are words of the question, in other capitals, the last of them. */
function firstThatIsNoneOf({ a, b, c }: QuestionRows, list: Int32Array, firstRow: Int32Array): number {
  const found = list.filter((row) => row >= 0);
  const isOther = (row: number) => firstRow[row] !== a && firstRow[row] !== b && firstRow[row] !== c;
  return found.find(isOther) ?? found.at(-1) ?? -1;
}

/** The kinds that are given; else, where some names start with `gram` and some don't, as Google's; else none. */
function kindsOf(sections: readonly AnalogySection[], { parts }: ProtocolRules): (AnalogyKind | null)[] {
  if (parts === "first five") return sections.map((_, index) => (index < 5 ? "semantic" : "syntactic"));
  const isGram = ({ name }: AnalogySection) => name.startsWith("gram");
  const hasBoth = sections.some(isGram) && !sections.every(isGram);
  return sections.map((section) => {
    if (section.kind !== undefined) return section.kind;
    if (!hasBoth) return null;
    return isGram(section) ? "syntactic" : "semantic";
  });
}
