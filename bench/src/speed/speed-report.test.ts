import { describe, expect, test } from "vitest";
import { type SpeedResult, speedText } from "./speed-report.ts";
import { speedSections } from "./speed-sections.ts";
import { speedSummary } from "./speed-summary.ts";

const accuracy = { analogies: 0.3091, semantic: 0.2, syntactic: 0.4, asked: 16_000, wordPairs: 0.6414, pairs: 350 };
const rows = [
  { program: "gensim-file", model: "cbow", threads: 1, seconds: [4], accuracy, sha256: "c" },
  { program: "wordloom", model: "cbow", threads: 1, seconds: [1], accuracy, sha256: "a" },
  { program: "wordloom", model: "cbow", threads: 2, seconds: [0.5], sha256: "a", remark: "in haste" },
] as const;
const machine = { cpu: "A CPU", cores: 2, memoryGib: 8, node: "24.0.0", commit: "abc", loadBefore: 0 };
const result: SpeedResult = {
  benchmark: "speed",
  machine,
  versions: { wordloom: "of this repository", "gensim-file": "4.2.0" },
  corpus: { name: "ptb", tokens: 929_589, words: 10_000, sha256: "" },
  settings: { dimension: 100, window: 5, negatives: 5, subsample: 0, minCount: 1, epochs: 5, seed: 1 },
  rounds: 1,
  slowRounds: 1,
  rows: speedSummary(
    rows.map((row) => ({ ...row, seconds: [...row.seconds] })),
    1_000_000,
    1,
  ),
  skipped: { word2vec: "no word2vec on the PATH" },
};

describe("speedText(result)", () => {
  test("has the machine, the settings, a table for each model and what must be known", () => {
    expect(speedText(result)).toMatchInlineSnapshot(`
      "A CPU, 2 cores, 8 GiB, Node 24.0.0, commit abc, load before the run 0
      gensim 4.2.0
      ptb: 929,589 tokens, 10,000 words (min-count 1)
      D 100, window 5 shrinking, K 5, sample 0, 5 epochs, each program's own learning rate
      1 round by turns, medians; words/s: tokens of the corpus times epochs, by the second of training

      cbow
      threads  program        words/s      least       most  × gensim  analogies  WS-353
            1  wordloom     1,000,000  1,000,000  1,000,000      4.00     30.9 %   0.641
            1  gensim-file    250,000    250,000    250,000      1.00     30.9 %   0.641
            2  wordloom     2,000,000  2,000,000  2,000,000         –          –       –

      accuracy after the first round, by @wordloom/evaluation: Google's analogies among the 30,000 commonest words (16,000 asked), WordSim-353 (Spearman, 350 pairs)
      wordloom's vectors on all numbers of threads: the same bits
      wordloom, cbow, threads 2: in haste
      left out: word2vec (no word2vec on the PATH)"
    `);
  });

  test("tells which programs took part in fewer rounds", () => {
    const rows = [{ ...result.rows[0], program: "fasttext" }];
    expect(speedText({ ...result, rows, rounds: 5, slowRounds: 2 })).toContain(
      "5 rounds by turns (2 of fasttext), medians",
    );
  });

  test("tells that another process was busy", () => {
    expect(speedText(result)).not.toContain("busy");
    expect(speedText({ ...result, besideBusy: true }).split("\n")[1]).toBe(
      "beside another process that keeps one core busy",
    );
  });

  test("tells where the number of threads changed the vectors", () => {
    const changed = result.rows.map((row, index) => ({ ...row, sha256: String(index) }));
    expect(speedText({ ...result, rows: changed })).toContain("on all numbers of threads: DIFFERENT BITS");
  });
});

describe("speedSections(result)", () => {
  test("has a table for each model", () => {
    expect(Object.keys(speedSections(result))).toEqual(["conditions", "remarks", "cbow"]);
    expect(speedSections(result).cbow).toContain("| 1 | wordloom | 1,000,000 |");
  });
});
