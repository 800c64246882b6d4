import type { PairColumnNames } from "@wordloom/evaluation";
import type { ReadingNote } from "@wordloom/vectors";
import type { Reporter } from "../run/reporter.js";
import { type AnalogyLines, type AnalogySet, readAnalogies } from "./read-analogies.js";
import { readPairs, type WordPairSet } from "./read-pairs.js";

/** Which test sets, and how they are read, as the command line says it. */
export interface TestSetOptions {
  readonly analogies?: readonly string[];
  readonly pairs?: readonly string[];
  /** By their content unless told otherwise. */
  readonly analogyLines?: AnalogyLines;
  /** By the header and the content unless told otherwise. */
  readonly pairColumns?: PairColumnNames;
}

export interface TestSets {
  readonly analogies: readonly AnalogySet[];
  readonly pairs: readonly WordPairSet[];
  /** What was decided and left out. */
  readonly notes: readonly ReadingNote[];
}

/** Reads test sets, and says what it decided and left out. */
export async function readTestSets(options: TestSetOptions, { report }: Reporter): Promise<TestSets> {
  const notes: ReadingNote[] = [];
  const onNote = (note: ReadingNote) => notes.push(note);
  const analogies = await readAnalogies(options.analogies ?? [], options.analogyLines, onNote);
  const pairs = await readPairs(options.pairs ?? [], options.pairColumns, onNote);
  for (const { message } of notes) report(`note: ${message}`);
  return { analogies, pairs, notes };
}
