import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type AnalogySection,
  evaluateAnalogies,
  evaluateWordPairs,
  parseAnalogies,
  parseWordPairs,
  type WordPair,
} from "@wordloom/evaluation";
import { decodeVectors, type WordVectors } from "@wordloom/vectors";

/** Google's analogies and WordSim-353. */
export interface TestSets {
  readonly analogies: readonly AnalogySection[];
  readonly pairs: readonly WordPair[];
}

export interface Accuracy {
  /** Share of the asked questions that were answered right. */
  readonly analogies: number | null;
  readonly semantic: number | null;
  readonly syntactic: number | null;
  readonly asked: number;
  /** Spearman's ρ with WordSim-353. */
  readonly wordPairs: number | null;
  readonly pairs: number;
}

/** Analogies are asked among the commonest words, this many of them. */
const RESTRICT = 30_000;

/** The test sets in `WORDLOOM_DATA`; undefined where it is not set. */
export async function testSets({ WORDLOOM_DATA: data }: NodeJS.ProcessEnv): Promise<TestSets | undefined> {
  if (!data) return undefined;
  const text = (...path: string[]): Promise<string> => readFile(join(data, ...path), "utf8");
  return {
    analogies: parseAnalogies(await text("questions-words.txt"), { source: "questions-words.txt" }),
    pairs: parseWordPairs(await text("word-sim", "EN-WS-353-ALL.txt"), { source: "EN-WS-353-ALL.txt" }),
  };
}

/** Our own evaluation, whoever made the vectors. */
export async function accuracyOf(vectorsPath: string, sets: TestSets): Promise<Accuracy> {
  return accuracyOfVectors(decodeVectors(await readFile(vectorsPath), { source: "the vectors" }), sets);
}

/** The same of vectors in memory. */
export function accuracyOfVectors(vectors: WordVectors, { analogies, pairs }: TestSets): Accuracy {
  const { total, semantic, syntactic } = evaluateAnalogies(vectors, analogies, { restrict: RESTRICT });
  const { spearman, used } = evaluateWordPairs(vectors, pairs);
  return {
    analogies: total.accuracy,
    semantic: semantic?.accuracy ?? null,
    syntactic: syntactic?.accuracy ?? null,
    asked: total.asked,
    wordPairs: spearman,
    pairs: used,
  };
}
