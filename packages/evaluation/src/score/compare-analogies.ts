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
import { gensimNames } from "./gensim-names.js";
import { type AnalogyBootstrap, analogyBootstrap, askedQuestions, pairsOf } from "./score-analogies.js";

/** How two vectors, A and B, answer the same questions. */
export interface AnalogyDifference {
  /** Questions that both were asked. */
  readonly asked: number;
  /** All questions. */
  readonly questions: number;
  /** The accuracy of A on the questions that both were asked; null if there are none. */
  readonly a: number | null;
  /** The accuracy of B on the same questions. */
  readonly b: number | null;
  /** `a − b`. */
  readonly difference: number | null;
  /** The interval of the difference; null if it is equal for every question. */
  readonly interval: Interval | null;
  /** Questions that A answered right and B did not. */
  readonly onlyA: number;
  /** Questions that B answered right and A did not. */
  readonly onlyB: number;
  /** The p-value of McNemar's exact test. It takes questions for independent: if it and the interval differ, trust the interval. */
  readonly p: number;
}

/** What {@link compareAnalogies} and {@link compareBats} find. Plain data. */
export interface AnalogyComparison extends AnalogyParts<AnalogyDifference> {
  /** The rules by which questions were answered. */
  readonly protocol: string;
  /** What became of questions with an unknown word. */
  readonly unknown: "skip" | "wrong";
  /** How intervals were made. */
  readonly bootstrap: AnalogyBootstrap;
}

interface ComparisonOptions extends Omit<BootstrapOptions, "random"> {
  /** What the intervals resample. Default `"pairs"` of words. */
  readonly unit?: ResampledUnit;
}

/** Options of {@link compareAnalogies}. */
export interface AnalogyComparisonOptions extends AnalogyOptions, ComparisonOptions {}

/** Options of {@link compareBats}. */
export interface BatsComparisonOptions extends BatsOptions, ComparisonOptions {}

/**
 * Compares how two vectors, A and B, answer analogies: the difference of their accuracies on the questions whose words both
 * know, a bootstrap interval of it, for which both have the same resamples, and McNemar's test.
 *
 * @param random - where resamples are drawn from; it does not move
 * @throws RangeError if an option is out of its range
 * @throws TypeError if `sections` were not parsed, or an option does not exist
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
 * Compares how two vectors answer the Bigger Analogy Test Set, as {@link compareAnalogies} does.
 *
 * @param random - where resamples are drawn from; it does not move
 * @throws RangeError if an option is out of its range
 * @throws TypeError if `categories` were not parsed, or an option does not exist
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
  options: ComparisonOptions,
): AnalogyComparison {
  const bootstrap = analogyBootstrap(caller, options);
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
      sums: resampledSums(
        { values, pairs: pairsOf(section, asked) },
        fork(random, index),
        bootstrap.resamples,
        bootstrap.unit,
      ),
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
