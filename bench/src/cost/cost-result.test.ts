import { describe, expect, test } from "vitest";
import { costSections, costText } from "./cost-report.ts";
import { type CostResult, tasks } from "./cost-result.ts";
import { roofline } from "./roofline.ts";

const all = tasks({ models: ["cbow", "skip-gram"], threads: [1, 2] });
const ceilings = [1, 2].map((threads) => ({
  threads,
  rowBytes: 400,
  operations: 5e10,
  curve: [{ bytes: 2 ** 20, read: 1e11, update: 2e11, rows: 5e10 }],
}));
const machine = { cpu: "A CPU", cores: 2, memoryGib: 8, node: "24.0.0", commit: "abc", loadBefore: 0 };
const result: CostResult = {
  benchmark: "cost",
  machine,
  rounds: 1,
  rows: all.map((task) => ({ task, nanoseconds: [500 / task.threads], median: 500 / task.threads, bytes: 30e6 })),
  ceilings,
  rooflines: [roofline(all[0], ceilings[0], 500)],
};

describe("tasks(options)", () => {
  test("has each task once, though the base belongs to every series", () => {
    expect(new Set(all.map((task) => JSON.stringify(task))).size).toBe(all.length);
    expect(all.length).toBe(2 * 2 * (6 + 4 + 5 + 4 - 3));
  });

  test("varies one thing at a time", () => {
    const odd = all.filter(({ dimension, vocabulary, negatives, window }) => {
      const changes = [dimension !== 100, vocabulary !== 10_000, negatives !== 5, window !== 5];
      return changes.filter(Boolean).length > 1;
    });
    expect(odd).toEqual([]);
  });
});

describe("costText(result)", () => {
  test("fits a terminal of 100 columns, and has a line for every value", () => {
    const tables = costText(result)
      .split("\n")
      .filter((line) => /^\s*\S+( {2,}\S.*)+$/.test(line));
    expect(tables.filter((line) => line.length > 100)).toEqual([]);
    expect(tables.filter((line) => /^(D|V|K|window) .* 500 +250 +2\.00$/.test(line))).toHaveLength(2 * 19);
  });
});

describe("costSections(result)", () => {
  test("tells how a word's cost and the memory grow with the vocabulary", () => {
    const rows = result.rows.map((row) =>
      row.task.vocabulary === 1_000_000 ? { ...row, median: 1.5 * row.median } : row,
    );
    const lines = costSections({ ...result, rows }).vocabulary.split("\n");
    expect(lines[0]).toBe("| model | V | tables | cost 1 | beyond 1 | cost 2 | beyond 2 |");
    expect(lines[5]).toBe("| cbow | 1,000,000 | 800 | 1.50 | 30 | 1.50 | 30 |");
    expect(lines).toHaveLength(2 + 2 * 4);
  });

  test("has all that the page shows", () => {
    expect(Object.keys(costSections(result))).toEqual([
      "conditions",
      "cbow",
      "skip-gram",
      "vocabulary",
      "bandwidth",
      "roofline",
    ]);
  });
});
