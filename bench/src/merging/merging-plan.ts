import type { MergeRule } from "@wordloom/word2vec";

/** Which rule merges the input table, and which the output table. */
export interface RulePair {
  readonly mergeInput: MergeRule;
  readonly mergeOutput: MergeRule;
}

/** How a model is divided into lanes. */
export interface LaneCase {
  readonly model: "cbow" | "skip-gram";
  readonly lanes: number;
  readonly laneWords: number;
}

/** One training whose vectors are scored. One lane has nothing to merge. */
export type MergingRun = LaneCase & Partial<RulePair>;

const rules: readonly MergeRule[] = ["adasum", "settling", "damping", "root", "mean", "sum"];

/** What is right for one table may be wrong for the other: each rule for both, and those that are worth it with Adasum. */
export const rulePairs: readonly RulePair[] = [
  { mergeInput: "adasum", mergeOutput: "settling" },
  { mergeInput: "adasum", mergeOutput: "damping" },
  ...rules.map((rule) => ({ mergeInput: rule, mergeOutput: rule })),
];

/** Few long lanes, and many short ones. Skip-gram's are shorter, as they are by default. */
export const laneCases: readonly LaneCase[] = [
  { model: "cbow", lanes: 8, laneWords: 4096 },
  { model: "cbow", lanes: 32, laneWords: 1024 },
  { model: "skip-gram", lanes: 8, laneWords: 1024 },
  { model: "skip-gram", lanes: 32, laneWords: 512 },
];

/** One lane of each model, to which all others are compared. */
export const oneLane: readonly LaneCase[] = [
  { model: "cbow", lanes: 1, laneWords: 4096 },
  { model: "skip-gram", lanes: 1, laneWords: 1024 },
];

/** All runs, those of one lane first. */
export function mergingRuns(): MergingRun[] {
  return [...oneLane, ...laneCases.flatMap((lanes) => rulePairs.map((pair) => ({ ...lanes, ...pair })))];
}

/** Whether two runs are the same. */
export function isSameRun(a: MergingRun, b: MergingRun): boolean {
  const names = ["model", "lanes", "laneWords", "mergeInput", "mergeOutput"] as const;
  return names.every((name) => a[name] === b[name]);
}
