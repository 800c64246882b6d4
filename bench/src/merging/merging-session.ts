import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Corpus } from "@wordloom/data";
import { report } from "@wordloom/terminal";
import { train } from "@wordloom/word2vec";
import { corpusFile } from "../corpora/corpus-file.ts";
import { accuracyOfVectors, type TestSets, testSets } from "../corpora/test-sets.ts";
import { machine } from "../machine/machine.ts";
import { frequentWords } from "../programs/frequent-words.ts";
import { savedResult, saveResult } from "../results/results.ts";
import { type MergingRun, mergingRuns } from "./merging-plan.ts";
import { type MergingRecord, type MergingResult, type MergingSettings, recordOf } from "./merging-result.ts";

export interface MergingOptions {
  /** `ptb`, `wikipedia` or a path. */
  readonly corpus: string;
  readonly tokens: number;
  readonly settings: MergingSettings;
  readonly threads: number;
  /** Whether saved runs are forgotten. */
  readonly fresh: boolean;
}

/** Makes all runs that are not saved yet, saving after each: a session that is broken off goes on where it was. */
export async function mergingSession({
  corpus: name,
  tokens,
  settings,
  threads,
  fresh,
}: MergingOptions): Promise<MergingResult> {
  const sets = await testSets(process.env);
  if (sets === undefined)
    throw new Error("mergingSession: WORDLOOM_DATA is not set; it names the folder with questions-words.txt");
  const folder = await mkdtemp(join(tmpdir(), "wordloom-bench-"));
  try {
    const path = join(folder, "corpus.txt");
    const file = await corpusFile(name, path, tokens);
    const corpus = await frequentWords(path, settings.minCount);
    const described = { name, tokens: file.tokens, words: corpus.vocabulary.words.length };
    const wanted: MergingResult = {
      benchmark: "merging",
      machine: await machine(),
      corpus: described,
      settings,
      records: [],
    };
    let result = continued(wanted, fresh ? undefined : ((await savedResult("merging")) as MergingResult | undefined));
    for (const run of mergingRuns()) {
      if (recordOf(result, run) !== undefined) continue;
      const record = await trained(run, settings, corpus, threads, sets);
      report(`${Object.values(run).join(" ")}: ${record.accuracy?.analogies ?? "diverged"}`);
      result = { ...result, records: [...result.records, record] };
      await saveResult("merging", result);
    }
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * What was saved, to go on from.
 *
 * @throws Error if it is of another corpus or other settings
 */
export function continued(wanted: MergingResult, saved: MergingResult | undefined): MergingResult {
  for (const what of ["corpus", "settings"] as const) {
    const [now, then] = [wanted[what], saved?.[what] ?? wanted[what]].map((each) => JSON.stringify(each));
    if (now !== then)
      throw new Error(`continued: the saved runs have ${what} ${then}, not ${now}; --fresh forgets them`);
  }
  return { ...wanted, records: saved?.records ?? [] };
}

async function trained(
  run: MergingRun,
  { minCount, ...settings }: MergingSettings,
  corpus: Corpus,
  threads: number,
  sets: TestSets,
): Promise<MergingRecord> {
  try {
    const { vectors, losses } = await train(corpus, { ...settings, ...run, threads });
    return { run, accuracy: accuracyOfVectors(vectors, sets), losses };
  } catch (error) {
    if (!String(error).includes("the loss has grown")) throw error;
    return { run, accuracy: null, losses: [] };
  }
}
