import { describe, expect, test } from "vitest";
import type { AccuracyRun } from "./accuracy-plan.ts";
import { accuracySections, accuracyText } from "./accuracy-report.ts";
import { type AccuracyResult, bestRate } from "./accuracy-result.ts";
import { nextRun, plannedRuns } from "./accuracy-runs.ts";
import { continued } from "./accuracy-session.ts";

const both = ["wordloom", "gensim-sentences"];
const machine = { cpu: "A CPU", cores: 2, memoryGib: 8, node: "24.0.0", commit: "abc", loadBefore: 0 };
const nothing: AccuracyResult = {
  benchmark: "accuracy",
  machine,
  versions: { "gensim-sentences": "4.2.0" },
  corpus: { name: "wikipedia", tokens: 1_000, words: 10 },
  settings: { dimension: 100, window: 5, negatives: 5, subsample: 1e-3, minCount: 5, epochs: 5 },
  seeds: [1, 2, 3],
  grid: { true: [0.1, 0.2, 0.3], word2vec: [0.1] },
  records: [],
};

/** Rates near 0.2 do best, and the true gradient. */
function record(run: AccuracyRun): AccuracyResult["records"][number] {
  const analogies =
    0.3 - Math.abs((run.learningRate ?? 0.1) - 0.2) + run.seed / 100 - (run.contextGradient === "word2vec" ? 0.1 : 0);
  const accuracy = { analogies, semantic: 0.2, syntactic: 0.4, asked: 100, wordPairs: 0.6, pairs: 300 };
  return { run, accuracy, seconds: 1, commit: "abc" };
}

function finished(from: AccuracyResult, programs: readonly string[] = both): AccuracyResult {
  let result = from;
  for (let run = nextRun(result, programs); run !== undefined; run = nextRun(result, programs)) {
    result = { ...result, records: [...result.records, record(run)] };
  }
  return result;
}

describe("nextRun(result, programs)", () => {
  test("ends when each case has its seeds, and the best rate of each gradient all of them", () => {
    const { records } = finished(nothing);
    expect(records).toHaveLength(5 * 3 + 4 + 2 * 2);
    expect(new Set(records.map(({ run }) => JSON.stringify(run))).size).toBe(records.length);
    const best = records.filter(({ run }) => run.contextGradient === "true" && run.seed > 1);
    expect(best.map(({ run }) => run.learningRate)).toEqual([0.2, 0.2]);
  });

  test("goes on where a session was broken off", () => {
    const { records } = finished(nothing);
    const half = { ...nothing, records: records.slice(0, 7) };
    expect(nextRun(half, both)).toEqual(records[7].run);
    expect(finished(half)).toEqual(finished(nothing));
  });

  test("leaves out a program that is not there", () => {
    expect(finished(nothing, ["wordloom"]).records.map(({ run }) => run.program)).not.toContain("gensim-sentences");
  });
});

describe("bestRate(result, gradient)", () => {
  test("is not known before the whole grid has run", () => {
    const records = finished(nothing).records.filter(({ run }) => run.learningRate !== 0.3);
    expect(bestRate({ ...nothing, records }, "true")).toBeUndefined();
    expect(bestRate(finished(nothing), "true")).toBe(0.2);
    expect(plannedRuns(nothing)).toHaveLength(5 * 3 + 4);
  });
});

describe("continued(wanted, saved, fresh)", () => {
  const saved = finished(nothing);

  test("keeps all runs, forgets those of a program, or all", () => {
    expect(continued(nothing, saved, []).records).toEqual(saved.records);
    const without = continued(nothing, saved, ["gensim"]).records;
    expect(without).toEqual(saved.records.filter(({ run }) => run.program === "wordloom"));
    expect(continued(nothing, saved, ["all"]).records).toEqual([]);
    expect(continued(nothing, undefined, []).records).toEqual([]);
  });

  test("refuses to mix settings", () => {
    const other = { ...nothing, settings: { ...nothing.settings, epochs: 1 } };
    expect(() => continued(other, saved, [])).toThrow(
      /^continued: the saved runs have settings .*; --fresh all forgets/,
    );
    expect(continued(other, saved, ["all"]).records).toEqual([]);
  });
});

describe("accuracyText(result)", () => {
  test("has tables that fit a terminal of 80 columns", () => {
    const [, ...tables] = accuracyText(finished(nothing)).split("\n\n");
    expect(tables.join("\n\n")).toMatchInlineSnapshot(`
      "model      program      rate   analogies    sem/syn         WS-353  runs
      cbow       wordloom  default  22.0 ± 1.0  20.0/40.0  0.600 ± 0.000     3
      cbow       gensim      0.025  14.5 ± 1.0  20.0/40.0  0.600 ± 0.000     3
      cbow       gensim       0.05  17.0 ± 1.0  20.0/40.0  0.600 ± 0.000     3
      skip-gram  wordloom  default  22.0 ± 1.0  20.0/40.0  0.600 ± 0.000     3
      skip-gram  gensim      0.025  14.5 ± 1.0  20.0/40.0  0.600 ± 0.000     3

      CBOW's gradient of the context rows: true, or word2vec's, which leaves out 1/n
      gradient        rate   analogies    sem/syn         WS-353  runs
      true             0.1        21.0  20.0/40.0          0.600     1
      true, best       0.2  32.0 ± 1.0  20.0/40.0  0.600 ± 0.000     3
      true             0.3        21.0  20.0/40.0          0.600     1
      word2vec, best   0.1  12.0 ± 1.0  20.0/40.0  0.600 ± 0.000     3
      The best rate of word2vec is at an end of its grid; --rates-word2vec makes it wider."
    `);
  });

  test("says that a best rate may lie beyond the grid", () => {
    const text = accuracyText(finished(nothing));
    expect(text).toContain("The best rate of word2vec is at an end of its grid; --rates-word2vec makes it wider.");
    expect(text).not.toContain("The best rate of true");
  });

  test("shows what there is of a session that has just begun", () => {
    expect(accuracySections(nothing).comparison).toContain("| cbow | wordloom | default | – | –/– | – | 0 |");
  });
});
