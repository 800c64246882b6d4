import { checkOptions } from "@wordloom/arguments";
import type { WordVectors } from "@wordloom/vectors";
import { answerBats, type BatsOptions } from "../answer/answer-bats.js";
import type { BatsCategory } from "../parse/parse-bats-category.js";
import { requireParsed } from "../parse/require-parsed.js";
import { gensimNames } from "./gensim-names.js";
import { type AnalogyEvaluation, type AnalogyScoreOptions, scoredAnalogies } from "./score-analogies.js";

/** Options of {@link evaluateBats}. */
export interface BatsEvaluationOptions extends BatsOptions, AnalogyScoreOptions {}

/**
 * Measures the share of the Bigger Analogy Test Set's questions that vectors answer right, by category, by group and in total.
 * Each of a word's answers is right.
 *
 * - `3CosAdd`, `3CosMul`: each pair is asked with each other pair of its category, 50 · 49 questions. The way leads from a word
 * to its first answer. That word, all its answers and the word of the question cannot be the answer.
 * - `3CosAvg`: each pair is one question. The way is the mean over all other known pairs, `mean(unit(answer)) −
 * mean(unit(word))`. Only the word of the question cannot be the answer.
 *
 * A pair is known if its word and its first answer are. All rows are looked at unless `restrict` says otherwise. Words that
 * differ only in capitals are the same word unless `caseFold` is `false`.
 *
 * @throws RangeError if an option is out of its range
 * @throws TypeError if `categories` were not parsed, or an option does not exist
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
