import type { Accuracy } from "../corpora/test-sets.ts";
import type { Machine } from "../machine/machine.ts";
import type { TrainingSettings } from "../programs/program.ts";
import { type AccuracyCase, type AccuracyRun, ablationCase, caseKey, type Grid } from "./accuracy-plan.ts";

/** What came of a run. */
export interface AccuracyRecord {
  readonly run: AccuracyRun;
  readonly accuracy: Accuracy;
  /** Of training. */
  readonly seconds: number;
  readonly commit: string;
}

/** All runs so far; saved after each. */
export interface AccuracyResult {
  readonly benchmark: "accuracy";
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly corpus: { readonly name: string; readonly tokens: number; readonly words: number };
  readonly settings: Omit<TrainingSettings, "model" | "seed">;
  readonly seeds: readonly number[];
  readonly grid: Grid;
  readonly records: readonly AccuracyRecord[];
}

export function recordsOf({ records }: Pick<AccuracyResult, "records">, wanted: AccuracyCase): AccuracyRecord[] {
  return records.filter(({ run }) => caseKey(run) === caseKey(wanted));
}

export function recordOf(result: Pick<AccuracyResult, "records">, run: AccuracyRun): AccuracyRecord | undefined {
  return recordsOf(result, run).find((record) => record.run.seed === run.seed);
}

/** The rate of the grid whose first seed answers most analogies; undefined before all of them have run. */
export function bestRate(result: AccuracyResult, gradient: "true" | "word2vec"): number | undefined {
  const [seed] = result.seeds;
  const scores = result.grid[gradient].map((rate) => ({
    rate,
    score: recordOf(result, { ...ablationCase(gradient, rate), seed })?.accuracy.analogies,
  }));
  if (scores.length === 0 || scores.some(({ score }) => score === undefined)) return undefined;
  return scores.reduce((best, each) => ((each.score ?? 0) > (best.score ?? 0) ? each : best)).rate;
}
