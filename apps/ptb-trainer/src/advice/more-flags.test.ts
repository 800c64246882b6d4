import { corpusFromText } from "@wordloom/data";
import { describe, expect, test } from "vitest";
import { lacksCompany, moreFlags, type Reach } from "./more-flags.js";

const book: Reach = { preset: "book", subsample: 0, window: 5 };
const fast: Reach = { preset: "fast", subsample: 0, window: 5 };
const BOUNDARY = { lineEnd: "boundary" } as const;
/** Every word once, so that an epoch is expected to keep the same share of each. */
const text = (tokens: number) => corpusFromText(Array.from({ length: tokens }, (_, i) => `w${i}`).join(" "), BOUNDARY);

describe("moreFlags(train, reach)", () => {
  test.each([
    [11, []],
    [10, ["--window 4"]],
    [9, ["--window 4"]],
    [8, ["--window 3"]],
    [3, ["--window 1"]],
    [2, undefined],
  ])("of the book and %d tokens are %j", (tokens, flags) => {
    expect(moreFlags(text(tokens), book)).toEqual(flags);
  });

  test("of the fast preset are none that widen a text", () => {
    expect([1, 2].map((tokens) => moreFlags(text(tokens), fast))).toEqual([undefined, []]);
  });

  test("leave no word out where an epoch may draw too few", () => {
    // Half of 25 words is expected to be kept, 12.7, and four deviations are 14.3.
    expect(moreFlags(text(25), { ...fast, subsample: 0.0055 })).toEqual(["--subsample 0"]);
    // All 25 are, and four deviations are 20.
    expect(moreFlags(text(25), { ...fast, subsample: 0.02 })).toEqual([]);
    expect(moreFlags(text(9), { ...book, subsample: 1e-3 })).toEqual(["--window 4", "--subsample 0"]);
  });

  test("let windows reach over line ends where no line has two words", () => {
    const within = { ...fast, crossSentences: false };
    const lone = corpusFromText("a\nb\na\n", BOUNDARY);
    expect(moreFlags(lone, within)).toEqual(["without --within-sentences"]);
    expect(moreFlags(lone, fast)).toEqual([]);
    expect(moreFlags(corpusFromText("a\nb a\n", BOUNDARY), within)).toEqual([]);
    expect(lacksCompany(lone, { ...within, preset: "book" })).toBe(false);
    // A line end that is a word is company.
    expect(lacksCompany(corpusFromText("a\nb\na\n"), within)).toBe(false);
  });
});
