import { checkChoice } from "@wordloom/arguments";
import { fork } from "@wordloom/random";
import type { WordVectors } from "@wordloom/vectors";
import type { AnsweredAnalogies, AnsweredSection } from "../answer/answer-analogies.js";
import {
  type Bootstrap,
  type BootstrapOptions,
  bootstrapSettings,
  type Interval,
  percentileInterval,
} from "../statistics/bootstrap.js";
import { extremeInterval } from "../statistics/extreme-interval.js";
import {
  type ResampledSums,
  type ResampledUnit,
  resampledMeans,
  resampledSums,
} from "../statistics/resample-questions.js";
import { type AnalogyParts, analogyParts } from "./analogy-parts.js";

/** How many of some questions were answered right. */
export interface AnalogyScore {
  /** Questions that were answered right. */
  readonly correct: number;
  /** Questions that count: the known ones, or all if unknown ones count as wrong. */
  readonly asked: number;
  /** Questions whose words are all in the vocabulary. */
  readonly known: number;
  /** All questions. */
  readonly questions: number;
  /** `correct / asked`; null if nothing was asked. */
  readonly accuracy: number | null;
  /** The interval of the accuracy; null without a generator, and if all resamples are equal but not 0 or 1. */
  readonly interval: Interval | null;
}

/** What `evaluateAnalogies` and `evaluateBats` find: scores, coverage and intervals. Plain data. */
export interface AnalogyEvaluation extends AnalogyParts<AnalogyScore> {
  /** The rules by which questions were answered. */
  readonly protocol: string;
  /** How many rows were looked at. */
  readonly rows: number;
  /** What became of questions with an unknown word. */
  readonly unknown: "skip" | "wrong";
  /** `known / questions` of the total, in `[0, 1]`. */
  readonly coverage: number;
  /** The words of questions that are not in the vocabulary, in their order of appearance. */
  readonly unknownWords: readonly string[];
  /** How intervals were made; null without a generator. */
  readonly bootstrap: AnalogyBootstrap | null;
  /** For each section, every question with its answer, if `listAnswers` asks for them. */
  readonly answers?: readonly (readonly AnalogyAnswer[])[];
}

/** A question and its answer. */
export interface AnalogyAnswer {
  /** The words of the question as the test set has them, the right answer last. */
  readonly question: readonly string[];
  /** The answer; null if a word of the question is unknown, or no row can be an answer. */
  readonly answer: string | null;
  /** Whether all words of the question are in the vocabulary. */
  readonly isKnown: boolean;
  /** Whether the answer is right. */
  readonly isRight: boolean;
}

/** How the intervals of analogies were made. */
export interface AnalogyBootstrap extends Bootstrap {
  /** What was resampled. */
  readonly unit: ResampledUnit;
}

/** How to score answers, and whether to list them. */
export interface AnalogyScoreOptions extends BootstrapOptions {
  /** What the intervals resample. Default `"pairs"` of words. */
  readonly unit?: ResampledUnit;
  /** Whether to list every question with its answer. Default `false`. */
  readonly listAnswers?: boolean;
}

/** Counts, accuracies and intervals of answered questions. */
export function scoredAnalogies(
  caller: string,
  { words }: WordVectors,
  { protocol, rows, unknown, sections, unknownWords }: AnsweredAnalogies,
  { random, listAnswers = false, ...options }: AnalogyScoreOptions,
): AnalogyEvaluation {
  const bootstrap = analogyBootstrap(caller, options);
  const { unit } = bootstrap;
  const parts = sections.map((section, index): ScoredPart => {
    const asked = askedQuestions(section, unknown);
    const values = asked.map((q) => Number(section.isRight[q]));
    const pairs = pairsOf(section, asked);
    const sums = random && resampledSums({ values, pairs }, fork(random, index), bootstrap.resamples, unit);
    // Questions that share a pair are no independent observations, so there are no more of these than pairs.
    const observations = unit === "pairs" ? Math.min(asked.length, new Set(pairs).size) : asked.length;
    return { section, correct: values.filter((value) => value === 1).length, asked: asked.length, observations, sums };
  });
  const scores = analogyParts(parts, (some) => score(some, bootstrap));
  return {
    protocol,
    rows,
    unknown,
    ...scores,
    coverage: scores.total.known / Math.max(1, scores.total.questions),
    unknownWords,
    bootstrap: random ? bootstrap : null,
    ...(listAnswers && { answers: sections.map((section) => listedAnswers(section, words)) }),
  };
}

/** @throws RangeError for a setting out of its range */
export function analogyBootstrap(
  caller: string,
  { unit = "pairs", ...options }: Omit<AnalogyScoreOptions, "random" | "listAnswers">,
): AnalogyBootstrap {
  checkChoice(caller, "unit", unit, ["pairs", "questions"]);
  return { ...bootstrapSettings(caller, options), unit };
}

/** The questions that count, by number. */
export function askedQuestions({ isKnown }: AnsweredSection, unknown: "skip" | "wrong"): number[] {
  return [...isKnown.keys()].filter((q) => isKnown[q] || unknown === "wrong");
}

/** The names of the two pairs of some questions. */
export function pairsOf({ pairs }: AnsweredSection, questions: readonly number[]): string[] {
  return questions.flatMap((q) => [pairs[2 * q], pairs[2 * q + 1]]);
}

interface ScoredPart {
  readonly section: AnsweredSection;
  readonly correct: number;
  readonly asked: number;
  /** Questions, or the pairs of words they are made from where these are fewer. */
  readonly observations: number;
  readonly sums: ResampledSums | undefined;
}

function score(parts: readonly ScoredPart[], { resamples, confidence }: Bootstrap): AnalogyScore {
  const sum = (count: (part: ScoredPart) => number) => parts.reduce((total, part) => total + count(part), 0);
  const correct = sum((part) => part.correct);
  const asked = sum((part) => part.asked);
  const sums = parts.flatMap((part) => part.sums ?? []);
  const isExtreme = asked > 0 && (correct === 0 || correct === asked);
  const interval = () =>
    isExtreme
      ? extremeInterval(
          correct === 0 ? "none" : "all",
          sum((part) => part.observations),
          confidence,
        )
      : percentileInterval(resampledMeans(sums, resamples), confidence);
  return {
    correct,
    asked,
    known: sum(({ section }) => section.isKnown.filter(Boolean).length),
    questions: sum(({ section }) => section.isKnown.length),
    accuracy: asked === 0 ? null : correct / asked,
    interval: sums.length === 0 ? null : interval(),
  };
}

function listedAnswers(
  { questionAt, isKnown, isRight, answers }: AnsweredSection,
  words: readonly string[],
): AnalogyAnswer[] {
  return isKnown.map((known, q) => ({
    question: questionAt(q),
    answer: answers[q] < 0 ? null : words[answers[q]],
    isKnown: known,
    isRight: isRight[q],
  }));
}
