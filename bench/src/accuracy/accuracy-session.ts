import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { report } from "@wordloom/terminal";
import { type CorpusFile, corpusFile } from "../corpora/corpus-file.ts";
import { accuracyOf, type TestSets, testSets } from "../corpora/test-sets.ts";
import { machine } from "../machine/machine.ts";
import { revision } from "../machine/revision.ts";
import type { Program, TrainingSettings } from "../programs/program.ts";
import { programsNamed } from "../programs/programs.ts";
import { savedResult, saveResult } from "../results/results.ts";
import type { AccuracyRun, Grid } from "./accuracy-plan.ts";
import type { AccuracyRecord, AccuracyResult } from "./accuracy-result.ts";
import { nextRun } from "./accuracy-runs.ts";

export interface AccuracyOptions {
  /** `ptb`, `wikipedia` or a path. */
  readonly corpus: string;
  readonly tokens?: number;
  readonly settings: Omit<TrainingSettings, "model" | "seed">;
  readonly seeds: readonly number[];
  readonly grid: Grid;
  readonly threads: number;
  readonly programs: readonly string[];
  /** Programs whose saved runs are forgotten. */
  readonly fresh: readonly string[];
  /** Of the saved result. */
  readonly name: string;
}

/** Makes all runs that are not saved yet, saving after each: a session that is broken off goes on where it was. */
export async function accuracySession(options: AccuracyOptions): Promise<AccuracyResult> {
  const sets = await testSets(process.env);
  if (sets === undefined) {
    throw new Error("accuracySession: WORDLOOM_DATA is not set; it names the folder with questions-words.txt");
  }
  const { present, versions, skipped } = await programsNamed(options.programs);
  for (const [name, why] of Object.entries(skipped)) report(`left out: ${name} (${why})`);
  const folder = await mkdtemp(join(tmpdir(), "wordloom-bench-"));
  try {
    const corpus = await corpusFile(options.corpus, join(folder, "corpus.txt"), options.tokens);
    let result = continued(
      {
        benchmark: "accuracy",
        machine: await machine(),
        versions,
        corpus: { name: corpus.name, tokens: corpus.tokens, words: corpus.words(options.settings.minCount) },
        settings: options.settings,
        seeds: options.seeds,
        grid: options.grid,
        records: [],
      },
      (await savedResult(options.name)) as AccuracyResult | undefined,
      options.fresh,
    );
    const names = present.map(({ name }) => name);
    for (let run = nextRun(result, names); run !== undefined; run = nextRun(result, names)) {
      const record = await trained(run, options, corpus, present, sets, join(folder, "vectors"));
      result = { ...result, records: [...result.records, record] };
      await saveResult(options.name, result);
    }
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * What was saved, with the seeds and the grid that are wanted now.
 *
 * @throws Error if it is of another corpus or other settings
 */
export function continued(
  wanted: AccuracyResult,
  saved: AccuracyResult | undefined,
  fresh: readonly string[],
): AccuracyResult {
  if (saved === undefined || fresh.includes("all")) return wanted;
  for (const what of ["corpus", "settings"] as const) {
    const [now, then] = [wanted[what], saved[what]].map((each) => JSON.stringify(each));
    if (now !== then) {
      throw new Error(`continued: the saved runs have ${what} ${then}, not ${now}; --fresh all forgets them`);
    }
  }
  const records = saved.records.filter(({ run }) => !fresh.some((name) => run.program.startsWith(name)));
  return { ...wanted, versions: { ...saved.versions, ...wanted.versions }, records };
}

async function trained(
  run: AccuracyRun,
  { settings, threads }: AccuracyOptions,
  corpus: CorpusFile,
  programs: readonly Program[],
  sets: TestSets,
  vectorsPath: string,
): Promise<AccuracyRecord> {
  const { program: name, ...own } = run;
  const program = programs.find((each) => each.name === name);
  if (program === undefined) throw new Error(`trained: there is no program "${name}"`);
  const { seconds } = await program.train({
    settings: { ...settings, ...own },
    threads,
    corpusPath: corpus.path,
    keptTokens: corpus.keptTokens(settings.minCount),
    lines: corpus.lines,
    vectorsPath,
  });
  const accuracy = await accuracyOf(vectorsPath, sets);
  const found = `${(100 * (accuracy.analogies ?? 0)).toFixed(1)} % / ${accuracy.wordPairs?.toFixed(3) ?? "–"}`;
  report(`${JSON.stringify(run)}: ${found}, ${Math.round(seconds)} s`);
  return { run, accuracy, seconds, commit: await revision() };
}
