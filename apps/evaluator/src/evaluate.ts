import { print, report, status } from "@wordloom/terminal";
import { readVectors } from "@wordloom/vectors/node";
import type { AnalogyWords } from "./analogy-words.js";
import { answerQuestions } from "./answer-questions.js";
import { evaluationText } from "./evaluation-text.js";
import { readAnalogies, readPairs } from "./read-test-sets.js";
import { vectorsPath } from "./vectors-path.js";

export interface EvaluateOptions {
  readonly similar?: readonly string[];
  readonly analogy?: readonly AnalogyWords[];
  readonly analogies?: readonly string[];
  readonly pairs?: readonly string[];
  readonly top: number;
  readonly restrict?: number;
  readonly json?: true;
  readonly quiet?: true;
}

/** Reads what it is told to, and prints the answers: as JSON, or for people. */
export async function evaluate(path: string, options: EvaluateOptions): Promise<void> {
  const say = options.quiet ? { report: () => undefined, status: () => undefined } : { report, status };
  // Test sets first: they are small, and a slip in their names should not cost the time to read the vectors.
  const analogies = await readAnalogies(options.analogies ?? []);
  const pairs = await readPairs(options.pairs ?? []);
  const file = await vectorsPath(path);
  say.status(`reading ${file} …`);
  const vectors = await readVectors(file).finally(() => say.status(""));
  say.report(`${file}: ${vectors.words.length.toLocaleString("en-US")} words, ${vectors.dimension} numbers each`);
  const evaluation = answerQuestions(vectors, { ...options, analogies, pairs });
  print(options.json ? JSON.stringify(evaluation) : evaluationText(evaluation));
}
