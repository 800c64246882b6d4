import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Program } from "../programs/program.ts";
import { type SpeedPlan, speedRun } from "./speed-run.ts";

let folder: string;
let order: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "speed-run-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

const program = (name: string, seconds: number): Program => ({
  name,
  availability: async () => ({ version: "1" }),
  async train({ vectorsPath, settings, threads }) {
    order.push(`${name} ${threads} ${settings.seed}`);
    if (seconds < 0) throw new Error("it broke");
    writeFileSync(vectorsPath, name);
    return { seconds };
  },
});

function plan(programs: readonly Program[]): SpeedPlan {
  order = [];
  return {
    corpus: { name: "x", path: "", tokens: 10, lines: 1, keptTokens: () => 10, words: () => 2 },
    settings: { dimension: 1, window: 1, negatives: 1, subsample: 0, minCount: 1, epochs: 1, seed: 7 },
    models: ["cbow"],
    threads: [1, 2],
    rounds: 2,
    slowRounds: 2,
    programs,
    testSets: undefined,
    folder,
  };
}

describe("speedRun(plan, tell)", () => {
  test("runs every program in every round, and begins each round with another", async () => {
    const rows = await speedRun(plan([program("a", 1), program("b", 2)]), () => {});
    expect(order).toEqual(["a 1 7", "b 1 7", "a 2 7", "b 2 7", "b 1 8", "a 2 8", "b 2 8", "a 1 8"]);
    expect(rows.map(({ seconds }) => seconds)).toEqual([
      [1, 1],
      [2, 2],
      [1, 1],
      [2, 2],
    ]);
    expect(new Set(rows.map(({ sha256 }) => sha256)).size).toBe(2);
  });

  test("runs layers on one thread only", async () => {
    await speedRun(plan([program("layers-adam", 1)]), () => {});
    expect(order).toEqual(["layers-adam 1 7", "layers-adam 1 8"]);
  });

  test("runs all but the engine and gensim in fewer rounds", async () => {
    const programs = [program("wordloom", 1), program("gensim-file", 1), program("fasttext", 1)];
    const rows = await speedRun({ ...plan(programs), threads: [1], rounds: 3, slowRounds: 1 }, () => {});
    expect(rows.map(({ seconds }) => seconds.length)).toEqual([3, 3, 1]);
  });

  test("goes on without a program that fails, and says why", async () => {
    const told: string[] = [];
    const rows = await speedRun(plan([program("a", -1), program("b", 2)]), (line) => told.push(line));
    expect(rows.map(({ failure }) => failure)).toEqual(["it broke", undefined, "it broke", undefined]);
    expect(order.filter((run) => run.startsWith("a"))).toEqual(["a 1 7", "a 2 7"]);
    expect(told[0]).toBe("round 1 of 2, cbow, a, threads 1 failed: it broke");
  });
});
