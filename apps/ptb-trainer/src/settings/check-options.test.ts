import { describe, expect, test } from "vitest";
import { checkOptions } from "./check-options.js";
import type { TrainOptions } from "./train-options.js";

const said = { corpus: "auto", format: "both" } as const;

describe("checkOptions(options)", () => {
  test.each<[preset: TrainOptions["preset"], options: Partial<TrainOptions>]>([
    ["book", { threads: 1 }],
    ["book", { lanes: 8 }],
    ["book", { laneWords: 512 }],
    ["book", { negativePool: 128 }],
    ["book", { contextGradient: "true" }],
    ["book", { endLearningRate: 0 }],
    ["book", { fullWindows: true }],
    ["book", { withinSentences: true }],
    ["fast", { optimizer: "adam" }],
  ])("refuses in %s what only the other preset has: %o", (preset, options) => {
    const other = preset === "fast" ? "book" : "fast";
    const check = (name: TrainOptions["preset"]) => () => checkOptions({ ...said, preset: name, ...options });
    expect(check(preset)).toThrow(
      new RegExp(`^--[a-z-]+ is for --preset ${other}, and this is ${preset}; leave it out, or use --preset ${other}$`),
    );
    expect(check(other)).not.toThrow();
  });

  test("says which flag it was", () => {
    expect(() => checkOptions({ ...said, preset: "book", threads: 2 })).toThrowErrorMatchingInlineSnapshot(
      `[CommanderError: --threads is for --preset fast, and this is book; leave it out, or use --preset fast]`,
    );
  });

  test.each<Partial<TrainOptions>>([
    { preset: "fast", model: "one-hot" },
    { preset: "book", model: "one-hot", negatives: 5 },
    { preset: "book", model: "one-hot", power: 0.75 },
    { preset: "fast", model: "skip-gram", contextGradient: "word2vec" },
    { preset: "fast", data: ["a.txt"], corpus: "ptb" },
    { preset: "fast", as: "text" },
  ])("refuses what has no meaning together: %o", (options) => {
    expect(() => checkOptions({ ...said, preset: "fast", ...options })).toThrowErrorMatchingSnapshot();
  });
});
