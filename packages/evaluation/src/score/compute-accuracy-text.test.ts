import { describe, expect, test } from "vitest";
import { computeAccuracyText } from "./compute-accuracy-text.js";
import type { AnalogyEvaluation } from "./score-analogies.js";

/** Counts by section; word2vec.c's numbers need no more. */
function evaluation(
  sections: readonly (readonly [correct: number, known: number])[],
  questions: number,
): AnalogyEvaluation {
  const score = (correct: number, known: number) => {
    return { correct, asked: known, known, questions: known, accuracy: null, interval: null };
  };
  const sum = (index: 0 | 1) => sections.reduce((total, section) => total + section[index], 0);
  return {
    protocol: "word2vec.c",
    rows: 10,
    unknown: "skip",
    total: { ...score(sum(0), sum(1)), questions },
    semantic: null,
    syntactic: null,
    groups: [],
    sections: sections.map(([correct, known], index) => ({ name: `s${index}`, ...score(correct, known) })),
    coverage: 1,
    unknownWords: [],
    bootstrap: null,
  };
}

/** The percentage of a section. */
function shown(count: number, of: number): string | undefined {
  return /TOP1: (.*) % {2}/.exec(computeAccuracyText(evaluation([[count, of]], of)))?.[1];
}

describe("computeAccuracyText(evaluation)", () => {
  test("rounds an exact half to the even digit, as printf does", () => {
    // 1/32 is 3.125 %, 3/32 9.375 %, 5/32 15.625 %, 11/32 34.375 %.
    expect([1, 3, 5, 11].map((count) => shown(count, 32))).toEqual(["3.12", "9.38", "15.62", "34.38"]);
    expect([shown(1, 3), shown(2, 3), shown(4, 4)]).toEqual(["33.33", "66.67", "100.00"]);
  });

  test("computes in 32 bits, as the program does", () => {
    // gcc 12.2, printf("%.2f", a / (float)b * 100); in 64 bits these are 14.37, 29.38 and 31.87.
    expect([23, 47, 51].map((count) => shown(count, 160))).toEqual(["14.38", "29.37", "31.88"]);
  });

  test("prints 0 of 1 where nothing was asked, and -nan for what is 0 of 0", () => {
    expect(`\n${computeAccuracyText(evaluation([[0, 0]], 3))}`).toMatchInlineSnapshot(`
      "
      s0:
      ACCURACY TOP1: 0.00 %  (0 / 1)
      Total accuracy: -nan %   Semantic accuracy: -nan %   Syntactic accuracy: -nan % 
      Questions seen / total: 0 3   0.00 % 
      "
    `);
  });

  test("adds up the first five sections and the others, so far", () => {
    const six = [1, 1, 1, 1, 1, 0].map((correct) => [correct, 2] as const);
    const lines = computeAccuracyText(evaluation(six, 20)).split("\n");
    expect(lines.slice(-3)).toMatchInlineSnapshot(`
      [
        "Total accuracy: 41.67 %   Semantic accuracy: 50.00 %   Syntactic accuracy: 0.00 % ",
        "Questions seen / total: 12 20   60.00 % ",
        "",
      ]
    `);
  });
});
