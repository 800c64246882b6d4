import type { AnalogyEvaluation, WordPairEvaluation } from "@wordloom/evaluation";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth } from "../text/display-width.js";
import { analogyScoresText, wordPairScoresText } from "./scores-text.js";

const score = (correct: number, asked: number, questions: number) => ({
  correct,
  asked,
  known: asked,
  questions,
  accuracy: asked === 0 ? null : correct / asked,
  interval: null,
});
const evaluation: AnalogyEvaluation = {
  protocol: "gensim",
  rows: 10_000,
  unknown: "skip",
  total: score(77, 4716, 19544),
  semantic: score(7, 716, 8869),
  syntactic: score(70, 4000, 10675),
  groups: [],
  sections: [
    { name: "capital-common-countries", ...score(7, 716, 8869) },
    { name: "gram1-adjective-to-adverb", ...score(70, 4000, 10000) },
    { name: "gram2-opposite", ...score(0, 0, 675) },
  ],
  coverage: 4716 / 19544,
  unknownWords: ["Athens", "Baghdad", "caf\udce9", "東京"],
  bootstrap: null,
};
const withIntervals: AnalogyEvaluation = {
  ...evaluation,
  total: { ...evaluation.total, interval: { low: 0.0123, high: 0.0204 } },
  sections: evaluation.sections.map((section) => ({ ...section, interval: { low: 0, high: 0.5 } })),
  groups: [{ name: "Words", ...score(77, 4716, 19544) }],
  unknown: "wrong",
  bootstrap: { resamples: 2000, confidence: 0.95, unit: "pairs" },
};

const pairs = (
  name: string,
  spearman: number | null,
  used: number,
  all: number,
): WordPairEvaluation & { name: string } => ({
  name,
  spearman,
  pearson: spearman === null ? null : -0.1,
  spearmanP: null,
  pearsonP: null,
  spearmanInterval: null,
  pearsonInterval: null,
  used,
  pairs: all,
  coverage: used / all,
  unknown: "skip",
  unknownWords: [name, "dog"],
  bootstrap: null,
});
const sets = [pairs("EN-WS-353-ALL.txt", 0.14701, 237, 353), pairs("EN-MC-30.txt", null, 1, 30)];

describe("analogyScoresText(evaluation, width)", () => {
  test("is a table with totals, and coverage and protocol in words", () => {
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
      Protocol: gensim, on 10,000 rows.
      "
    `);
  });

  test("has intervals and groups where there are any, and says what unknown words count as", () => {
    expect(`\n${analogyScoresText(withIntervals, 80)}\n`).toMatchInlineSnapshot(`
      "
      section                    correct  asked  questions  accuracy  95 % interval
      capital-common-countries         7    716      8,869    0.98 %  [0.00, 50.00]
      gram1-adjective-to-adverb       70  4,000     10,000    1.75 %  [0.00, 50.00]
      gram2-opposite                   0      0        675         –  [0.00, 50.00]

      Words                           77  4,716     19,544    1.63 %              –

      semantic                         7    716      8,869    0.98 %              –
      syntactic                       70  4,000     10,675    1.75 %              –
      total                           77  4,716     19,544    1.63 %   [1.23, 2.04]

      Coverage: 4,716 of 19,544 questions (24.13 %).
      The others have a word outside the vocabulary and count as wrong.
      Protocol: gensim, on 10,000 rows.
      Intervals: percentiles of 2,000 bootstrap resamples of pairs of words.
      "
    `);
  });

  test("lists unknown words where asked to, as a terminal can show them", () => {
    const text = analogyScoresText(evaluation, 30, { unknownWords: true });
    expect(`\n${text.split("\n").slice(-5).join("\n")}\n`).toMatchInlineSnapshot(`
      "
      Protocol: gensim, on 10,000
      rows.
      Words outside the vocabulary
      (4):
      Athens Baghdad caf\\xe9 東京
      "
    `);
    expect(analogyScoresText({ ...evaluation, unknownWords: [] }, 80, { unknownWords: true })).not.toContain("Words");
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

  test("leaves no percent sign alone on a line", () => {
    const text = analogyScoresText(evaluation, 43);
    expect(text).toContain("Coverage: 4,716 of 19,544 questions\n(24.13 %).");
  });

  test("is never wider than the terminal, were it the largest test set", () => {
    const names = fc.array(fc.string({ unit: "grapheme", maxLength: 60 }), { maxLength: 5 });
    const counts = fc.tuple(fc.nat(999_999), fc.nat(999_999));
    fc.assert(
      fc.property(
        names,
        counts,
        fc.integer({ min: 30, max: 120 }),
        fc.constantFrom(evaluation, withIntervals),
        (names, [correct, wrong], width, of) => {
          const interval = { low: 0.9999, high: 1 };
          const most = { ...score(correct, correct + wrong, 999_999), interval };
          const sections = names.map((name) => ({ name, ...most }));
          const text = analogyScoresText(
            { ...of, sections, groups: sections, total: most, unknownWords: names },
            width,
            {
              unknownWords: names.every((name) => displayWidth(name) < width / 2),
            },
          );
          for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe("wordPairScoresText(sets, width)", () => {
  test("is a table with the coverage in words", () => {
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

  test("has intervals where there are any, and says what unknown words count as", () => {
    const withIntervals = sets.map((set) => ({
      ...set,
      spearmanInterval: set.spearman === null ? null : { low: -0.0123, high: 0.2987 },
      unknown: "zero" as const,
      bootstrap: { resamples: 1000, confidence: 0.99 },
    }));
    expect(`\n${wordPairScoresText(withIntervals, 80, { unknownWords: true })}\n`).toMatchInlineSnapshot(`
      "
      word pairs         Spearman      99 % interval  Pearson  used  pairs
      EN-WS-353-ALL.txt    0.1470  [-0.0123, 0.2987]  -0.1000   237    353
      EN-MC-30.txt              –                  –        –     1     30

      Coverage: 238 of 383 pairs (62.14 %).
      The others have a word outside the vocabulary and count as similar by 0.
      Intervals: percentiles of 1,000 bootstrap resamples of pairs.
      Words outside the vocabulary (3):
      EN-WS-353-ALL.txt dog EN-MC-30.txt
      "
    `);
  });

  test("says so where nothing was left out", () => {
    expect(wordPairScoresText([pairs("x", 1, 30, 30)], 80)).toMatch(/\nCoverage: all 30 pairs\.$/);
  });
});
