import type { PairColumnNames } from "@wordloom/evaluation";
import type { ReadingNote } from "@wordloom/vectors";
import type { Reporter } from "../run/reporter.js";
import { type AnalogyLines, type AnalogySet, readAnalogies } from "./read-analogies.js";
import { readPairs, type WordPairSet } from "./read-pairs.js";

/** The options of the command line that name test sets and say how they are read. */
export interface TestSetOptions {
  readonly analogies?: readonly string[];
  readonly pairs?: readonly string[];
  /** The kind of lines in files without sections; by default the content shows it. */
  readonly analogyLines?: AnalogyLines;
  /** The columns of word pairs; by default the header and the content show them. */
  readonly pairColumns?: PairColumnNames;
}

/** The test sets of a command line. */
export interface TestSets {
  readonly analogies: readonly AnalogySet[];
  readonly pairs: readonly WordPairSet[];
  /** What reading has decided and left out. */
  readonly notes: readonly ReadingNote[];
}

/** Reads test sets, and reports what it decides and leaves out. */
export async function readTestSets(options: TestSetOptions, { report }: Reporter): Promise<TestSets> {
  const notes: ReadingNote[] = [];
  const onNote = (note: ReadingNote) => notes.push(note);
  const analogies = await readAnalogies(options.analogies ?? [], options.analogyLines, onNote);
  const pairs = await readPairs(options.pairs ?? [], options.pairColumns, onNote);
  for (const { message } of notes) report(`note: ${message}`);
  return { analogies, pairs, notes };
}
