import { describe, expect, test } from "vitest";
import { laneCases, mergingRuns, rulePairs } from "./merging-plan.ts";
import { mergingSections, mergingText } from "./merging-report.ts";
import { type MergingRecord, type MergingResult, recordOf } from "./merging-result.ts";
import { continued } from "./merging-session.ts";

const machine = { cpu: "A CPU", cores: 2, memoryGib: 8, node: "24.0.0", commit: "abc", loadBefore: 0 };
const nothing: MergingResult = {
  benchmark: "merging",
  machine,
  corpus: { name: "wikipedia", tokens: 6_000_000, words: 40_000 },
  settings: { dimension: 100, window: 5, negatives: 5, subsample: 1e-3, minCount: 5, epochs: 5, seed: 1 },
  records: [],
};
const accuracy = { analogies: 0.2, semantic: 0.2, syntactic: 0.2, asked: 100, wordPairs: 0.6, pairs: 300 };
const records: readonly MergingRecord[] = mergingRuns().map((run) => ({
  run,
  accuracy: run.mergeInput === "sum" && run.lanes === 32 ? null : { ...accuracy, analogies: run.lanes / 100 },
  losses: [2],
}));

describe("mergingRuns()", () => {
  test("are each rule in each case, once", () => {
    const runs = mergingRuns();
    expect(runs).toHaveLength(2 + laneCases.length * rulePairs.length);
    expect(new Set(runs.map((run) => JSON.stringify(run))).size).toBe(runs.length);
  });
});

describe("recordOf(result, run)", () => {
  test("finds each run and no other", () => {
    for (const { run } of records) expect(recordOf({ records }, run)?.run).toEqual(run);
    expect(recordOf({ records: records.slice(1) }, records[0].run)).toBeUndefined();
  });
});

describe("continued(wanted, saved)", () => {
  test("keeps the runs, unless they are of other settings", () => {
    expect(continued(nothing, undefined).records).toEqual([]);
    expect(continued(nothing, { ...nothing, records }).records).toEqual(records);
    const other = { ...nothing, settings: { ...nothing.settings, epochs: 1 } };
    expect(() => continued(other, nothing)).toThrow(
      /^continued: the saved runs have settings .*; --fresh forgets them/,
    );
  });
});

describe("the table", () => {
  test("has a row for each pair of rules, and says what has diverged", () => {
    const { rules } = mergingSections({ ...nothing, records });
    expect(rules.split("\n")).toHaveLength(2 + 1 + rulePairs.length);
    expect(rules).toMatch(/\| sum \| sum \| 8\.0 \/ 0\.600 \| diverged \|/);
    expect(rules).toMatch(/\| one lane \| +\| 1\.0 \/ 0\.600 \|/);
  });

  test("fits a terminal, finished or not", () => {
    for (const result of [nothing, { ...nothing, records }]) {
      const [, table] = mergingText(result).split("\n\n");
      for (const line of table.split("\n")) expect(line.length).toBeLessThanOrEqual(96);
    }
  });
});
