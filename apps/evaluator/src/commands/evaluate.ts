import { json, print } from "@wordloom/terminal";
import { answerQuestions } from "../evaluation/answer-questions.js";
import { evaluationText } from "../evaluation/evaluation-text.js";
import { protocolsOf, type Scoring } from "../evaluation/scoring.js";
import { reporter } from "../run/reporter.js";
import { refuseMissingFolder } from "../settings/refuse-missing-folder.js";
import { refuseOtherEnding } from "../settings/refuse-other-ending.js";
import { refuseSameFile } from "../settings/refuse-same-file.js";
import { readTestSets, type TestSetOptions } from "../test-sets/read-test-sets.js";
import { openVectors, type Reading } from "../vectors/open-vectors.js";
import { vectorsPath } from "../vectors/vectors-path.js";
import type { AnalogyWords } from "../words/analogy-words.js";

/** The options of `evaluator` without a command. */
export interface EvaluateOptions extends Scoring, Reading, TestSetOptions {
  readonly similar?: readonly string[];
  readonly analogy?: readonly AnalogyWords[];
  readonly top: number;
  /** The path of the page to write. */
  readonly report?: string;
  readonly map: "pca" | "umap";
  readonly mapWords: number;
  readonly json?: true;
  readonly quiet?: true;
}

/**
 * Reads vectors and test sets and prints the answers, as tables or as JSON. A question with an unknown word is reported and
 * makes the exit code 1; the other questions are answered.
 */
export async function evaluate(path: string, options: EvaluateOptions): Promise<void> {
  const say = reporter(options.quiet);
  // Test sets first: they are small, so a wrong name of one is reported before the vectors are read.
  const { analogies, pairs, notes: testSetNotes } = await readTestSets(options, say);
  protocolsOf(analogies, options.protocol);
  if (options.report !== undefined) {
    await refuseMissingFolder(options.report);
    await refuseSameFile(options.report, await vectorsPath(path));
    refuseOtherEnding(options.report);
  }
  const { file, vectors, notes } = await openVectors(path, say, options);
  if (analogies.length > 0) say.status("answering analogies …");
  const evaluation = answerQuestions(vectors, { ...options, analogies, pairs, list: options.json === true });
  say.status("");
  const facts = { file, words: vectors.words.length, dimension: vectors.dimension, notes };
  if (options.report !== undefined) {
    const { reportOf } = await import("../report/report-of.js");
    const { writeReport } = await import("../report/write-report.js");
    await writeReport(options.report, reportOf(file, vectors, evaluation, options, say));
    say.report(`report: ${options.report}`);
  }
  const hasTestSets = analogies.length + pairs.length > 0;
  const isAsked = options.similar !== undefined || options.analogy !== undefined;
  const { missing = {}, ...answered } = evaluation;
  if (options.json) {
    print(json({ vectors: facts, ...(hasTestSets && { notes: testSetNotes }), ...evaluation }));
  } else {
    const text = evaluationText(isAsked ? answered : evaluation);
    if (text !== "") print(text);
  }
  // The user did not ask the book's questions, so an unknown word in them is no failure.
  if (isAsked) for (const reason of new Set(Object.values(missing))) say.fail(reason);
}
