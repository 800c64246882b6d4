import { describe, expect, test } from "vitest";
import type { SpeedRow } from "./speed-run.ts";
import { speedSummary } from "./speed-summary.ts";

const row = (program: string, threads: number, seconds: number[], model: SpeedRow["model"] = "cbow"): SpeedRow => ({
  program,
  model,
  threads,
  seconds,
});

describe("speedSummary(rows, tokens, epochs)", () => {
  test("counts the corpus's tokens in every epoch", () => {
    const [summary] = speedSummary([row("wordloom", 1, [2, 4, 5])], 1_000, 10);
    expect(summary).toMatchObject({ wordsPerSecond: 2_500, least: 2_000, most: 5_000, timesGensim: null });
  });

  test("compares within a round, where the machine was as busy for both", () => {
    const rows = [row("wordloom", 1, [1, 10, 1]), row("gensim-file", 1, [2, 20, 4])];
    expect(speedSummary(rows, 1, 1)[0].timesGensim).toBe(2);
  });

  test("compares with the faster of gensim's two ways", () => {
    const rows = [row("wordloom", 1, [1]), row("gensim-file", 1, [6]), row("gensim-sentences", 1, [3])];
    expect(speedSummary(rows, 1, 1).map(({ timesGensim }) => timesGensim)).toEqual([3, 0.5, 1]);
  });

  test("compares with gensim on as many threads, with the same model", () => {
    const rows = [
      row("wordloom", 2, [1]),
      row("gensim-file", 1, [9]),
      row("gensim-file", 2, [5], "skip-gram"),
      row("gensim-file", 2, [4]),
    ];
    expect(speedSummary(rows, 1, 1)[0].timesGensim).toBe(4);
  });

  test("leaves out what never came to an end", () => {
    expect(speedSummary([row("fasttext", 1, [])], 1, 1)).toEqual([]);
  });
});
