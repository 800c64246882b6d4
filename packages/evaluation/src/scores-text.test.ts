import { describe, expect, test } from "vitest";
import { analogyScoresText, wordPairScoresText } from "./scores-text.js";

const score = (correct: number, asked: number, questions: number) => ({
  correct,
  asked,
  questions,
  accuracy: asked === 0 ? null : correct / asked,
});

describe("analogyScoresText(evaluation, width)", () => {
  const evaluation = {
    total: score(77, 4716, 19544),
    semantic: score(7, 716, 8869),
    syntactic: score(70, 4000, 10675),
    sections: [
      { name: "capital-common-countries", ...score(7, 716, 8869) },
      { name: "gram1-adjective-to-adverb", ...score(70, 4000, 10000) },
      { name: "gram2-opposite", ...score(0, 0, 675) },
    ],
    coverage: 4716 / 19544,
  };

  test("is a table with totals, and the coverage in words", () => {
    expect(`\n${analogyScoresText(evaluation, 80)}\n`).toMatchInlineSnapshot(`
      "
      section                    correct  asked  questions  accuracy
      capital-common-countries         7    716      8,869    0.98 %
      gram1-adjective-to-adverb       70  4,000     10,000    1.75 %
      gram2-opposite                   0      0        675         –

      semantic                         7    716      8,869    0.98 %
      syntactic                       70  4,000     10,675    1.75 %
      total                           77  4,716     19,544    1.63 %

      Coverage: 4,716 of 19,544 questions (24.13 %).
      The others have a word outside the vocabulary and were left out.
      "
    `);
  });

  test("cuts names to fit the width", () => {
    const lines = analogyScoresText({ ...evaluation, semantic: null, syntactic: null }, 60).split("\n");
    expect(lines.slice(0, 2)).toMatchInlineSnapshot(`
      [
        "section                  correct  asked  questions  accuracy",
        "capital-common-countri…        7    716      8,869    0.98 %",
      ]
    `);
    expect(lines.some((line) => line.startsWith("semantic"))).toBe(false);
  });
});

describe("wordPairScoresText(sets, width)", () => {
  test("is a table with the coverage in words", () => {
    const sets = [
      { name: "EN-WS-353-ALL.txt", spearman: 0.14701, pearson: -0.1, used: 237, pairs: 353, coverage: 237 / 353 },
      { name: "EN-MC-30.txt", spearman: null, pearson: null, used: 1, pairs: 30, coverage: 1 / 30 },
    ];
    expect(`\n${wordPairScoresText(sets, 80)}\n`).toMatchInlineSnapshot(`
      "
      word pairs         Spearman  Pearson  used  pairs
      EN-WS-353-ALL.txt    0.1470  -0.1000   237    353
      EN-MC-30.txt              –        –     1     30

      Coverage: 238 of 383 pairs (62.14 %).
      The others have a word outside the vocabulary and were left out.
      "
    `);
  });

  test("says so where nothing was left out", () => {
    const set = { name: "x", spearman: 1, pearson: 1, used: 30, pairs: 30, coverage: 1 };
    expect(wordPairScoresText([set], 80)).toMatch(/\nCoverage: all 30 pairs\.$/);
  });
});
