import type { Accuracy } from "../corpora/test-sets.ts";
import type { Machine } from "../machine/machine.ts";
import { isSameRun, type MergingRun } from "./merging-plan.ts";

/** What came of a run. */
export interface MergingRecord {
  readonly run: MergingRun;
  /** Null if the run has diverged. */
  readonly accuracy: Accuracy | null;
  /** Mean loss of each epoch. */
  readonly losses: readonly number[];
}

/** All runs so far; saved after each. */
export interface MergingResult {
  readonly benchmark: "merging";
  readonly machine: Machine;
  readonly corpus: { readonly name: string; readonly tokens: number; readonly words: number };
  readonly settings: MergingSettings;
  readonly records: readonly MergingRecord[];
}

export interface MergingSettings {
  readonly dimension: number;
  readonly window: number;
  readonly negatives: number;
  readonly subsample: number;
  readonly minCount: number;
  readonly epochs: number;
  readonly seed: number;
}

export function recordOf({ records }: Pick<MergingResult, "records">, run: MergingRun): MergingRecord | undefined {
  return records.find((record) => isSameRun(record.run, run));
}
