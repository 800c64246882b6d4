import { checkOptions } from "@wordloom/arguments";
import { fork, type Random } from "@wordloom/random";
import type { WordVectors } from "@wordloom/vectors";
import {
  type AnalogyOptions,
  type AnsweredAnalogies,
  type AnsweredSection,
  answerAnalogies,
} from "../answer/answer-analogies.js";
import { answerBats, type BatsOptions } from "../answer/answer-bats.js";
import { gensimNames } from "../answer/gensim-names.js";
import type { AnalogySection } from "../parse/parse-analogies.js";
import type { BatsCategory } from "../parse/parse-bats-category.js";
import { requireParsed } from "../parse/require-parsed.js";
import { type BootstrapOptions, type Interval, percentileInterval } from "../statistics/bootstrap.js";
import { mcNemarP } from "../statistics/p-values.js";
import {
  type ResampledSums,
  type ResampledUnit,
  resampledMeans,
  resampledSums,
} from "../statistics/resample-questions.js";
import { type AnalogyParts, analogyParts } from "./analogy-parts.js";
import { type AnalogyBootstrap, analogyBootstrap, askedQuestions, pairsOf } from "./score-analogies.js";

/** Two vectors' answers to the same questions. */
export interface AnalogyDifference {
  /** Questions that both were asked. */
  readonly asked: number;
  readonly questions: number;
  /** Accuracies on the questions that both were asked; null where there are none. */
  readonly a: number | null;
  readonly b: number | null;
  /** `a − b`. */
  readonly difference: number | null;
  /** Of the difference; null where it is the same for every question. */
  readonly interval: Interval | null;
  /** Questions that A alone answered right. */
  readonly onlyA: number;
  readonly onlyB: number;
  /** McNemar's exact test, which takes questions for independent: where it and the interval differ, trust the interval. */
  readonly p: number;
}

export interface AnalogyComparison extends AnalogyParts<AnalogyDifference> {
  readonly protocol: string;
  readonly unknown: "skip" | "wrong";
  readonly bootstrap: AnalogyBootstrap;
}

interface ComparisonOptions extends Omit<BootstrapOptions, "random"> {
  /** What the intervals resample: pairs of words, unless told otherwise. */
  readonly unit?: ResampledUnit;
}

export interface AnalogyComparisonOptions extends AnalogyOptions, ComparisonOptions {}
export interface BatsComparisonOptions extends BatsOptions, ComparisonOptions {}

/**
 * How much better A answers analogies than B: the difference of their accuracies on the questions that both know all
 * words of, with a bootstrap interval in which both have the same resamples, and McNemar's test.
 *
 * @param random - where resamples are drawn from; it is not moved
 * @throws RangeError for an option out of its range
 *
 * @example
 * compareAnalogies(a, b, sections, randomFromSeed(1)).total
 * // { asked: 11985, a: 0.169…, b: 0.130…, difference: 0.038…, interval: { low: 0.029…, high: 0.047… }, … }
 */
export function compareAnalogies(
  a: WordVectors,
  b: WordVectors,
  sections: readonly AnalogySection[],
  random: Random,
  options: AnalogyComparisonOptions = {},
): AnalogyComparison {
  requireParsed("compareAnalogies", sections, "parseAnalogies(text)", ["name", "questions"]);
  checkOptions(
    "compareAnalogies",
    options,
    {
      protocol: true,
      unknown: true,
      epsilon: true,
      restrict: true,
      caseFold: true,
      unit: true,
      resamples: true,
      confidence: true,
    },
    gensimNames,
  );
  const answered = [a, b].map((vectors) => answerAnalogies("compareAnalogies", vectors, sections, options));
  return compared("compareAnalogies", answered, random, options);
}

/**
 * How much better A answers the Bigger Analogy Test Set than B, as `compareAnalogies` does.
 *
 * @throws RangeError for an option out of its range
 *
 * @example
 * compareBats(a, b, categories, randomFromSeed(1), { method: "3CosAvg" }).groups // [{ name: "Inflectional morphology", … }, …]
 */
export function compareBats(
  a: WordVectors,
  b: WordVectors,
  categories: readonly BatsCategory[],
  random: Random,
  options: BatsComparisonOptions = {},
): AnalogyComparison {
  requireParsed("compareBats", categories, "[parseBatsCategory(text, name), …]", ["name", "pairs"]);
  checkOptions(
    "compareBats",
    options,
    {
      method: true,
      unknown: true,
      epsilon: true,
      restrict: true,
      caseFold: true,
      unit: true,
      resamples: true,
      confidence: true,
    },
    gensimNames,
  );
  const answered = [a, b].map((vectors) => answerBats("compareBats", vectors, categories, options));
  return compared("compareBats", answered, random, options);
}

function compared(
  caller: string,
  [a, b]: readonly AnsweredAnalogies[],
  random: Random,
  { unit = "pairs", ...options }: ComparisonOptions,
): AnalogyComparison {
  const bootstrap = analogyBootstrap(caller, unit, options);
  const parts = a.sections.map((section, index): ComparedPart => {
    const other = b.sections[index];
    const isKnown = section.isKnown.map((known, q) => known && other.isKnown[q]);
    const asked = askedQuestions({ ...section, isKnown }, a.unknown);
    const values = asked.map((q) => Number(section.isRight[q]) - Number(other.isRight[q]));
    return {
      section,
      asked: asked.length,
      correctA: asked.filter((q) => section.isRight[q]).length,
      correctB: asked.filter((q) => other.isRight[q]).length,
      onlyA: values.filter((value) => value > 0).length,
      onlyB: values.filter((value) => value < 0).length,
      sums: resampledSums({ values, pairs: pairsOf(section, asked) }, fork(random, index), bootstrap.resamples, unit),
    };
  });
  const { protocol, unknown } = a;
  return { protocol, unknown, ...analogyParts(parts, (some) => difference(some, bootstrap)), bootstrap };
}

interface ComparedPart {
  readonly section: AnsweredSection;
  readonly asked: number;
  readonly correctA: number;
  readonly correctB: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly sums: ResampledSums;
}

function difference(parts: readonly ComparedPart[], { resamples, confidence }: AnalogyBootstrap): AnalogyDifference {
  const sum = (count: (part: ComparedPart) => number) => parts.reduce((total, part) => total + count(part), 0);
  const [asked, correctA, correctB] = [sum((p) => p.asked), sum((p) => p.correctA), sum((p) => p.correctB)];
  const [onlyA, onlyB] = [sum((p) => p.onlyA), sum((p) => p.onlyB)];
  const share = (count: number) => (asked === 0 ? null : count / asked);
  const sums = parts.map((part) => part.sums);
  return {
    asked,
    questions: sum(({ section }) => section.isKnown.length),
    a: share(correctA),
    b: share(correctB),
    difference: share(correctA - correctB),
    interval: percentileInterval(resampledMeans(sums, resamples), confidence),
    onlyA,
    onlyB,
    p: mcNemarP(onlyA, onlyB),
  };
}
