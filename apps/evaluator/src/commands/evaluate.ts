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

export interface EvaluateOptions extends Scoring, Reading, TestSetOptions {
  readonly similar?: readonly string[];
  readonly analogy?: readonly AnalogyWords[];
  readonly top: number;
  /** Where to write a page with all of it. */
  readonly report?: string;
  readonly map: "pca" | "umap";
  readonly mapWords: number;
  readonly json?: true;
  readonly quiet?: true;
}

/**
 * Reads what it is told to, and prints the answers: as JSON, or for people. A question with an unknown word is told, and
 * makes the exit code 1; the others are answered.
 */
export async function evaluate(path: string, options: EvaluateOptions): Promise<void> {
  const say = reporter(options.quiet);
  // Test sets first: they are small, and a slip in their names should not cost the time to read the vectors.
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
  // The book's questions are asked of any vectors, whether they have the words or not.
  if (isAsked) for (const reason of new Set(Object.values(missing))) say.fail(reason);
}
