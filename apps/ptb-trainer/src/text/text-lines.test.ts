import { corpusFromText, encodeCorpus, type LineEnd, trimVocabulary } from "@wordloom/data";
import { describe, expect, test } from "vitest";
import { checkText } from "../advice/check-text.js";
import { settingsOf } from "../settings/settings-of.js";
import type { TrainOptions } from "../settings/train-options.js";
import { loneWordsNote, textLines } from "./text-lines.js";
import type { TrainingText } from "./training-text.js";

function textOf(text: string, lineEnd: LineEnd = "<eos>"): TrainingText {
  const train = corpusFromText(text, { lineEnd });
  const [tokensRead, wordsRead] = [train.ids.length, train.vocabulary.words.length];
  return {
    ...{ name: "a.txt", train, tokensRead, wordsRead, lineEnd },
    minCount: 1,
    notes: [],
    isBundled: false,
    isOwn: true,
  };
}

function settingsFor(options: Partial<TrainOptions>) {
  return settingsOf({ preset: "fast", corpus: "auto", format: "both", ...options }, { tokens: 10, minCount: 1 });
}

describe("textLines(text, settings)", () => {
  test("tells size, notes, what is left out and what is thinned out", () => {
    const text: TrainingText = {
      ...textOf("a b c d\n".repeat(100)),
      ...{ tokensRead: 1000, wordsRead: 400, minCount: 5, notes: [{ kind: "k", message: "something is odd" }] },
    };
    // Each word has f = 1/5, so that √(t/f) + t/f of it is kept: 0.0757.
    expect(textLines(text, settingsFor({}))).toEqual([
      "a.txt: 1,000 tokens, 400 words",
      "note: something is odd",
      "--min-count 5 leaves out 500 tokens (50 %), 395 words; left: 500 tokens, 5 words",
      "warning: --subsample 0.001 thins out 92 % of the tokens in each epoch, about 462 of 500; --subsample 0 keeps all",
    ]);
    expect(textLines({ ...text, tokensRead: 5000, notes: [] }, settingsFor({ subsample: 0 }))).toEqual([
      "a.txt: 5,000 tokens, 400 words",
      "warning: --min-count 5 leaves out 4,500 tokens (90 %), 395 words; left: 500 tokens, 5 words; a lower --min-count keeps more",
    ]);
  });

  test("has one line where nothing is left out", () => {
    expect(textLines(textOf("a b"), settingsFor({ subsample: 0 }))).toEqual(["a.txt: 3 tokens, 3 words"]);
  });
});

describe("loneWordsNote(text, settings)", () => {
  const note = (text: string, options: Partial<TrainOptions> = {}, lineEnd: LineEnd = "<eos>") =>
    loneWordsNote(textOf(text, lineEnd), settingsFor(options))?.message;

  test("counts words whose only context is <eos>", () => {
    expect(note("a\nb c\nb\nd\n", { withinSentences: true })).toBe(
      "2 words of a.txt, such as a, stand alone in each line: their only context is <eos>, which says nothing about them; without --within-sentences, the lines around are context",
    );
    expect(note("a\nb c\nb\n", { withinSentences: true }, "boundary")).toBe(
      "1 word of a.txt, such as a, stands alone in each line: it has no context, so it is not trained and not among the neighbours shown; without --within-sentences, the lines around are context",
    );
    expect(note("a a\nb c\n", { withinSentences: true })).toBeUndefined();
  });

  test("counts lines of a word where windows reach over them, if they are a third of all", () => {
    expect(note("a\nb c\nd e\n".repeat(4))).toBe(
      "4 of the 12 lines of a.txt are a single word; its context is the lines around it; --within-sentences --line-end boundary keeps lines apart",
    );
    expect(note("a\nb c\nd e\nf g\n".repeat(4))).toBeUndefined();
    expect(note("one\n".repeat(9))).toBeUndefined();
  });
});

describe("loneWordsNote(text, settings) of a text without its rare words", () => {
  // Of 36 lines of two words, 12 keep both, 12 one and 12 none.
  const whole = corpusFromText(Array.from({ length: 12 }, (_, i) => `a b\nc x${i}\ny${i} z${i}\n`).join(""), {
    lineEnd: "boundary",
  });
  const train = encodeCorpus(whole, trimVocabulary(whole.vocabulary, { minCount: 5 }), "drop");
  const text = { ...textOf("a"), train, tokensRead: whole.ids.length, minCount: 5 };

  test("says that its lines are not those of the file", () => {
    expect(loneWordsNote(text, settingsFor({}))?.message).toBe(
      "once --min-count 5 has left out rare words, 12 of the 24 lines left of a.txt are a single word; its context is the lines around it; --within-sentences --line-end boundary keeps lines apart",
    );
    expect(loneWordsNote(text, settingsFor({ withinSentences: true }))?.message).toMatch(
      /^once --min-count 5 has left out rare words, 1 word of a\.txt, such as c, stands alone/,
    );
  });
});

describe("checkText(text, settings)", () => {
  const complaint = (text: TrainingText, options: Partial<TrainOptions>) => () => checkText(text, settingsFor(options));

  test("names the flag where there would be no target", () => {
    expect(complaint(textOf("a b c"), { preset: "book" })).toThrowErrorMatchingInlineSnapshot(
      `[Error: a.txt has 4 tokens, and a whole window of 5 on each side needs 11; --window 1 is the most that works]`,
    );
    expect(complaint(textOf("a b c"), { preset: "book", window: 1 })).not.toThrow();
    expect(complaint(textOf("a"), { preset: "book" })).toThrow(
      "no flag of --preset book helps, because even --window 1 needs 3 tokens",
    );
    expect(complaint(textOf("a b c d"), { subsample: 1e-12 })).toThrowErrorMatchingInlineSnapshot(
      `[Error: --subsample 1e-12 keeps about 0.000011 of the 5 tokens of a.txt in an epoch, and an epoch needs 2; --subsample 0 works]`,
    );
    expect(complaint(textOf("a\nb\n", "boundary"), { withinSentences: true })).toThrowErrorMatchingInlineSnapshot(
      `[Error: no line of a.txt has two words, so with --within-sentences no word has a context; --subsample 0 without --within-sentences works]`,
    );
    expect(complaint(textOf("a\nb\n", "boundary"), {})).toThrow("--subsample 0 works");
    expect(complaint(textOf("a\nb\n", "boundary"), { subsample: 0 })).not.toThrow();
  });
});
