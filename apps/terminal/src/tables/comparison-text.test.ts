import type { AnalogyComparison } from "@wordloom/evaluation";
import { describe, expect, test } from "vitest";
import { displayWidth } from "../text/display-width.js";
import { analogyComparisonText, wordPairComparisonText } from "./comparison-text.js";

const some = { asked: 342, questions: 506, a: 0.4971, b: 0.348, difference: 0.1491, onlyA: 80, onlyB: 29 };
const none = { asked: 0, questions: 5, a: null, b: null, difference: null, interval: null, onlyA: 0, onlyB: 0, p: 1 };
const comparison: AnalogyComparison = {
  protocol: "gensim",
  unknown: "skip",
  total: { ...some, asked: 11_985, questions: 19_544, interval: { low: 0.0435, high: 0.2817 }, p: 2e-6 },
  semantic: null,
  syntactic: { ...some, difference: -0.0123, interval: { low: -0.04, high: 0.011 }, p: 0.0213 },
  groups: [],
  sections: [
    { ...some, name: "family", interval: { low: 0.0435, high: 0.2817 }, p: 0.00005 },
    { ...none, name: "nobody" },
  ],
  bootstrap: { resamples: 2000, confidence: 0.95, unit: "pairs" },
};

describe("analogyComparisonText(comparison, width)", () => {
  test("is a table of two accuracies, their difference, its interval and p", () => {
    expect(`\n${analogyComparisonText(comparison, 80)}\n`).toMatchInlineSnapshot(`
      "
      section          A        B   A − B  95 % interval        p
      family     49.71 %  34.80 %  +14.91  [4.35, 28.17]  <0.0001
      nobody           –        –       –              –        –

      syntactic  49.71 %  34.80 %   -1.23  [-4.00, 1.10]   0.0213
      total      49.71 %  34.80 %  +14.91  [4.35, 28.17]  <0.0001

      Compared on 11,985 of 19,544 questions; A alone is right on 80, B alone on 29.
      Protocol: gensim. p: McNemar's exact test, which treats questions as
      independent.
      Intervals: percentiles of 2,000 bootstrap resamples of pairs of words.
      "
    `);
  });

  test("has groups where there are any, and fits 80 columns", () => {
    const groups = [{ ...some, name: "g".repeat(90), interval: { low: -1, high: -0.1 }, p: 0.1 }];
    const text = analogyComparisonText(
      { ...comparison, groups, bootstrap: { ...comparison.bootstrap, unit: "questions" } },
      80,
    );
    expect(text).toMatch(/\n\ng+… .*\n\n/);
    expect(text).toMatch(/resamples of questions\.$/);
    for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  });
});

describe("wordPairComparisonText(sets, width)", () => {
  test("is a table of two rank correlations, their difference and its interval", () => {
    const bootstrap = { resamples: 2000, confidence: 0.95 };
    const pearson = { a: null, b: null, difference: null, interval: null };
    const spearman = { a: 0.5275, b: 0.6, difference: -0.0725, interval: { low: -0.1771, high: 0.0665 } };
    const sets = [
      { name: "EN-MC-30.txt", spearman, pearson, used: 29, pairs: 30, unknown: "skip", bootstrap },
      { name: "EN-RG-65.txt", spearman: pearson, pearson, used: 1, pairs: 65, unknown: "skip", bootstrap },
    ] as const;
    expect(`\n${wordPairComparisonText(sets, 80)}\n`).toMatchInlineSnapshot(`
      "
      word pairs         A       B    A − B      95 % interval  used  pairs
      EN-MC-30.txt  0.5275  0.6000  -0.0725  [-0.1771, 0.0665]    29     30
      EN-RG-65.txt       –       –        –                  –     1     65

      Spearman's rank correlation, on the pairs that count for both.
      Intervals: percentiles of 2,000 bootstrap resamples of pairs.
      "
    `);
    expect(wordPairComparisonText([], 80).split("\n")[0]).toBe("word pairs  A  B  A − B  interval  used  pairs");
  });
});
