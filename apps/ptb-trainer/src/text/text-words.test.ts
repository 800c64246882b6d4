import { describe, expect, test } from "vitest";
import { textWords } from "./text-words.js";

describe("textWords(tokens, expected, seen)", () => {
  test("counts the whole text for each epoch that has ended, however many words were thinned out", () => {
    expect(textWords(1000, 400, { epoch: 3, epochWords: 390, hasEnded: true })).toBe(3000);
  });

  test("goes by the share of target words within an epoch, and not beyond it", () => {
    expect(textWords(1000, 400, { epoch: 1, epochWords: 100, hasEnded: false })).toBe(250);
    expect(textWords(1000, 400, { epoch: 2, epochWords: 410, hasEnded: false })).toBe(2000);
  });
});
