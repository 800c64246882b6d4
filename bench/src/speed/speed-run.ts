import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CorpusFile } from "../corpora/corpus-file.ts";
import { type Accuracy, accuracyOf, type TestSets } from "../corpora/test-sets.ts";
import type { Program, TrainingSettings } from "../programs/program.ts";

/** One program with one model on one number of threads, all its rounds. */
export interface SpeedRow {
  readonly program: string;
  readonly model: TrainingSettings["model"];
  readonly threads: number;
  /** Of training, one number a round. */
  readonly seconds: number[];
  /** Of the first round's vectors; absent without test sets. */
  accuracy?: Accuracy;
  remark?: string;
  /** Why there are no more rounds. */
  failure?: string;
  /** Of the first round's vectors. */
  sha256?: string;
}

export interface SpeedPlan {
  readonly corpus: CorpusFile;
  readonly settings: Omit<TrainingSettings, "model">;
  readonly models: readonly TrainingSettings["model"][];
  readonly threads: readonly number[];
  readonly rounds: number;
  /** Rounds in which slow programs take part. */
  readonly slowRounds: number;
  readonly programs: readonly Program[];
  readonly testSets: TestSets | undefined;
  /** For vectors, which are overwritten. */
  readonly folder: string;
}

/**
 * Trains with every program in turn, round after round, so that what else the machine does meets all of them alike. Each
 * round begins with another program. One that fails is left out from then on.
 */
export async function speedRun(plan: SpeedPlan, tell: (line: string) => void): Promise<SpeedRow[]> {
  const rows = plan.models.flatMap((model) =>
    plan.threads.flatMap((threads) => plan.programs.flatMap((program) => rowOf(program, model, threads))),
  );
  for (let round = 0; round < plan.rounds; round++) {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[(i + round) % rows.length];
      const isDue = row.failure === undefined && (round < plan.slowRounds || !isSlow(row.program));
      if (isDue) await trainOnce(row, round, plan, tell);
    }
  }
  return rows;
}

/** All but the engine and gensim: a run of theirs takes minutes, and nothing is measured against them. */
export function isSlow(program: string): boolean {
  return !(program === "wordloom" || program.startsWith("gensim"));
}

/** The layers know no threads. */
function rowOf({ name }: Program, model: SpeedRow["model"], threads: number): SpeedRow[] {
  return name.startsWith("layers") && threads > 1 ? [] : [{ program: name, model, threads, seconds: [] }];
}

async function trainOnce(
  row: SpeedRow,
  round: number,
  { corpus, settings, programs, rounds, testSets, folder }: SpeedPlan,
  tell: (line: string) => void,
): Promise<void> {
  const program = programs.find(({ name }) => name === row.program);
  const vectorsPath = join(folder, "vectors");
  const name = `round ${round + 1} of ${rounds}, ${row.model}, ${row.program}, threads ${row.threads}`;
  try {
    const trained = await program?.train({
      settings: { ...settings, model: row.model, seed: settings.seed + round },
      threads: row.threads,
      corpusPath: corpus.path,
      keptTokens: corpus.keptTokens(settings.minCount),
      lines: corpus.lines,
      vectorsPath,
    });
    if (trained === undefined) return;
    row.seconds.push(trained.seconds);
    if (trained.remark !== undefined) row.remark = trained.remark;
    tell(`${name}: ${trained.seconds.toFixed(2)} s`);
    if (round > 0) return;
    row.sha256 = createHash("sha256")
      .update(await readFile(vectorsPath))
      .digest("hex");
    if (testSets !== undefined) row.accuracy = await accuracyOf(vectorsPath, testSets);
  } catch (error) {
    row.failure = (error as Error).message;
    tell(`${name} failed: ${row.failure}`);
  }
}
