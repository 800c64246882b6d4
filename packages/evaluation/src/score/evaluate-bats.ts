import { checkOptions } from "@wordloom/arguments";
import type { WordVectors } from "@wordloom/vectors";
import { answerBats, type BatsOptions } from "../answer/answer-bats.js";
import { gensimNames } from "../answer/gensim-names.js";
import type { BatsCategory } from "../parse/parse-bats-category.js";
import { requireParsed } from "../parse/require-parsed.js";
import { type AnalogyEvaluation, type AnalogyScoreOptions, scoredAnalogies } from "./score-analogies.js";

export interface BatsEvaluationOptions extends BatsOptions, AnalogyScoreOptions {}

/**
 * The share of the Bigger Analogy Test Set's questions that the vectors answer right, by category, by group and in
 * total. Any of a word's answers is right.
 *
 * - `3CosAdd`, `3CosMul`: each pair with each other pair of its category, 50 · 49 questions. The way leads from a word
 *   to its first answer; that word, all its answers and the word of the question are no answers.
 * - `3CosAvg`: one question a pair. The way is the mean over all other known pairs,
 *   `mean(unit(answer)) − mean(unit(word))`; only the word of the question is no answer.
 *
 * A pair is known if its word and its first answer are. All rows are looked at unless `restrict` says otherwise, and
 * words that differ in capitals alone are the same; `caseFold: false` takes words as they are.
 *
 * @throws RangeError for an option out of its range
 * @see Gladkova, Drozd and Matsuoka 2016, https://aclanthology.org/N16-2002
 * @see Drozd, Gladkova and Matsuoka 2016, https://aclanthology.org/C16-1332 (3CosAvg)
 * @see https://github.com/vecto-ai/vecto, whose rules these are
 *
 * @example
 * evaluateBats(vectors, categories, { method: "3CosAvg" }).groups // [{ name: "Inflectional morphology", accuracy: 0.61…, … }, …]
 */
export function evaluateBats(
  vectors: WordVectors,
  categories: readonly BatsCategory[],
  options: BatsEvaluationOptions = {},
): AnalogyEvaluation {
  requireParsed("evaluateBats", categories, "[parseBatsCategory(text, name), …]", ["name", "pairs"]);
  checkOptions(
    "evaluateBats",
    options,
    {
      method: true,
      unknown: true,
      epsilon: true,
      restrict: true,
      caseFold: true,
      unit: true,
      listAnswers: true,
      random: true,
      resamples: true,
      confidence: true,
    },
    gensimNames,
  );
  return scoredAnalogies("evaluateBats", vectors, answerBats("evaluateBats", vectors, categories, options), options);
}
