import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { errorMessage } from "@wordloom/terminal";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { presetRun } from "../run/preset-run.js";
import { inFlags } from "../settings/in-flags.js";
import { settingsOf } from "../settings/settings-of.js";
import type { TrainOptions } from "../settings/train-options.js";
import { trainingText } from "../text/training-text.js";
import { checkText } from "./check-text.js";

const folder = mkdtempSync(join(tmpdir(), "wordloom-advice-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const defaults: TrainOptions = { preset: "fast", corpus: "auto", format: "both", dimension: 2, epochs: 3 };
const file = join(folder, "a.txt");

/** What is wrong; undefined after a run to its end. */
async function complaint(content: string, options: Partial<TrainOptions>): Promise<string | undefined> {
  writeFileSync(file, content);
  const all = { ...defaults, ...options, data: [file] };
  try {
    const text = await trainingText(all, {}, { tell: () => {}, onProgress: () => {} });
    const settings = settingsOf(all, { tokens: text.train.ids.length, minCount: text.minCount });
    checkText(text, settings);
    const observer = { onProgress: () => {}, onEpoch: () => {} };
    const run = await presetRun(text, settings, 1, new AbortController().signal, observer);
    return run.words > 0 ? undefined : "no word was trained";
  } catch (error) {
    return inFlags(errorMessage(error));
  }
}

/** The options with what the last clause of a message says to take; what follows a comma is another way. */
function followed(message: string, { withinSentences, ...options }: Partial<TrainOptions>): Partial<TrainOptions> {
  const [, clause = ""] = /; ([^;]*)$/.exec(message) ?? [];
  const isLeftOut = clause.includes("without --within-sentences");
  const [flags] = isLeftOut || clause.startsWith("likely") ? [clause] : clause.split(", ");
  const said = [...flags.matchAll(/--(min-count|negatives|window|subsample) ([\d.e-]+)/g)].map(([, name, value]) => [
    name === "min-count" ? "minCount" : name,
    Number(value),
  ]);
  return {
    ...options,
    ...(withinSentences === true && !isLeftOut ? { withinSentences } : {}),
    ...Object.fromEntries(said),
  };
}

const NOTHING = /no flag of --preset book helps|no --min-count or --negatives helps/;

describe("what a refusal says to do", () => {
  test.each<[content: string, options: Partial<TrainOptions>, advice: string]>([
    ["a b c d e f g\n", {}, "--min-count 1 --subsample 0 leaves 8 words"],
    ["word", {}, "--min-count 1 --negatives 1 --subsample 0 takes all 2 words"],
    ["a a a a a", {}, "--min-count 1 --negatives 1 --subsample 0 takes all 2 words"],
    ["x y\nx y\n", {}, "--min-count 1 --negatives 2 --subsample 0 takes all 3 words"],
    ["x y\nx y\n", { preset: "book" }, "--negatives 2 --window 2 works"],
    [
      "a b",
      { preset: "book", lineEnd: "boundary" },
      "no flag of --preset book helps, because even --window 1 needs 3 tokens",
    ],
    [
      "a\nb\na\n",
      { lineEnd: "boundary", withinSentences: true },
      "--min-count 1 --negatives 1 --subsample 0 without --within-sentences takes all 2 words",
    ],
    [
      "a\nb\na\n",
      { lineEnd: "boundary", withinSentences: true, minCount: 1, negatives: 1 },
      "--subsample 0 without --within-sentences works",
    ],
    [
      "a a b b c\n",
      { minCount: 2, negatives: 2 },
      "--min-count 1 --subsample 0 leaves 4 words, and --negatives 1 --subsample 0 works with these 2",
    ],
  ])("%j, %o: %s", async (content, options, advice) => {
    const message = await complaint(content, options);
    expect(message).toMatch(/; [^;]+$/);
    expect(message?.split("; ").at(-1)).toBe(advice);
    if (!NOTHING.test(advice)) expect(await complaint(content, followed(`; ${advice}`, options))).toBeUndefined();
  });

  test("trains, once it is done, or says that nothing can", async () => {
    const word = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h");
    const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `${words.join(" ")}\n`);
    const content = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => lines.join(""));
    const options = fc.record(
      {
        preset: fc.constantFrom("fast" as const, "book" as const),
        lineEnd: fc.constantFrom("eos" as const, "boundary" as const),
        minCount: fc.integer({ min: 1, max: 6 }),
        negatives: fc.integer({ min: 1, max: 9 }),
        window: fc.integer({ min: 1, max: 12 }),
        subsample: fc.constantFrom(0, 1e-3, 1e-9),
        withinSentences: fc.constant(true as const),
      },
      { requiredKeys: ["preset"] },
    );
    await fc.assert(
      fc.asyncProperty(content, options, async (lines, { withinSentences, ...others }) => {
        const asked = others.preset === "fast" && withinSentences === true ? { ...others, withinSentences } : others;
        const message = await complaint(lines, asked);
        if (message === undefined || NOTHING.test(message)) return;
        expect([message, await complaint(lines, followed(message, asked))]).toEqual([message, undefined]);
      }),
      { numRuns: 100 },
    );
  });
});
