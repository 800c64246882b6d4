import { checkOptions } from "@wordloom/arguments";
import type { WordVectors } from "@wordloom/vectors";
import { type AnalogyOptions, answerAnalogies } from "../answer/answer-analogies.js";
import type { AnalogySection } from "../parse/parse-analogies.js";
import { requireParsed } from "../parse/require-parsed.js";
import { gensimNames } from "./gensim-names.js";
import { type AnalogyEvaluation, type AnalogyScoreOptions, scoredAnalogies } from "./score-analogies.js";

/** Options of {@link evaluateAnalogies}. */
export interface AnalogyEvaluationOptions extends AnalogyOptions, AnalogyScoreOptions {}

/**
 * Measures the share of analogy questions that vectors answer right, by a named protocol: by section and in total, with the
 * coverage, and, if `random` is given, with bootstrap intervals.
 *
 * - `gensim`: 3CosAdd, the row nearest to `unit(b) − unit(a) + unit(c)`, among the first 300,000 rows. Of the five nearest but
 * for the rows of the question, the first that is no word of it in other capitals is the answer. The figures are those of
 * `evaluate_word_analogies`.
 * - `word2vec.c`: 3CosAdd among all rows. Only ASCII letters have capitals. A word of the question in other capitals can be the
 * answer. The first five sections are semantic. The figures are those of `compute-accuracy`.
 * - `3CosAdd`, `3CosMul`: the objectives of Levy and Goldberg, among all rows. No word of the question can be the answer, in
 * whatever capitals.
 *
 * A row of zeros has no direction: it is no answer, and a question with one is answered wrong.
 *
 * @throws RangeError if an option is out of its range
 * @throws TypeError if `sections` were not parsed, or an option does not exist
 * @see https://github.com/piskvorky/gensim, `KeyedVectors.evaluate_word_analogies`
 * @see https://github.com/tmikolov/word2vec, `compute-accuracy.c`
 * @see Levy and Goldberg 2014, https://aclanthology.org/W14-1618
 *
 * @example
 * const { total } = evaluateAnalogies(vectors, parseAnalogies(text), { random: randomFromSeed(1) });
 * total.accuracy; // 0.1691…
 * total.interval; // { low: 0.15…, high: 0.18… }
 */
export function evaluateAnalogies(
  vectors: WordVectors,
  sections: readonly AnalogySection[],
  options: AnalogyEvaluationOptions = {},
): AnalogyEvaluation {
  requireParsed("evaluateAnalogies", sections, "parseAnalogies(text)", ["name", "questions"]);
  checkOptions(
    "evaluateAnalogies",
    options,
    {
      protocol: true,
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
  const answered = answerAnalogies("evaluateAnalogies", vectors, sections, options);
  return scoredAnalogies("evaluateAnalogies", vectors, answered, options);
}
