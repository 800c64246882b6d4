import { describe, expect, test } from "vitest";
import { fasttextSeconds } from "./fasttext.ts";

const settings = {
  ...({ model: "cbow", dimension: 100, window: 5, negatives: 5, subsample: 0 } as const),
  ...{ minCount: 1, epochs: 5, seed: 1 },
};
const task = { settings, threads: 2, keptTokens: 9_990, lines: 10 };

// As fastText 0.9.2 prints it: one line that it overwrites.
const printed =
  "\rRead 0M words\nNumber of words:  8527\nNumber of labels: 0\n" +
  "\rProgress:  31.5% words/sec/thread:   99999 lr:  0.034274 avg.loss:  3.311224 ETA:   0h 0m 1s" +
  "\rProgress: 100.0% words/sec/thread:   12500 lr:  0.000000 avg.loss:  2.714233 ETA:   0h 0m 0s\n";

describe("fasttextSeconds(printed, task)", () => {
  test("is all words, line ends among them, by the last speed of all threads", () => {
    expect(fasttextSeconds(printed, task)).toBe((10_000 * 5) / (12_500 * 2));
  });

  test.each(["", "Progress: 100.0% words/sec/thread:       0 lr:"])("refuses %j, which has no speed", (text) => {
    expect(() => fasttextSeconds(text, task)).toThrowErrorMatchingInlineSnapshot(
      `[Error: fasttext printed no words/sec/thread; is it another version?]`,
    );
  });
});
