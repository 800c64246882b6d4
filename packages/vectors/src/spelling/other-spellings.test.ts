import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherSpellings } from "./other-spellings.js";
import { foldedSpelling, spellingDifference } from "./spelling-forms.js";

const words = ["café", "한국", "King", "KING", "don’t", "ＡＢＣ"];

describe("foldedSpelling(text)", () => {
  test("differs from the text in no more than spelling, and stays as it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[\uac00-\ud7a3\u4e00-\u9fff\u3041-\u30fa]*$/)),
        (text) => {
          const folded = foldedSpelling(text);
          expect(foldedSpelling(folded)).toBe(folded);
          expect(foldedSpelling(text.normalize("NFD"))).toBe(folded);
          expect(spellingDifference(text, folded)).toBeDefined();
        },
      ),
      { seed: 18, numRuns: 1000 },
    );
  });
});

describe("otherSpellings(vectors, unknown)", () => {
  test("finds unknown words that the vocabulary has otherwise, and what differs", () => {
    const unknown = ["cafe\u0301", "한국".normalize("NFD"), "king", "don't", "ABC", "tea"];
    expect([...otherSpellings({ words }, unknown)].sort()).toEqual(
      [
        ["cafe\u0301", { word: "café", difference: "normalization" }],
        ["한국".normalize("NFD"), { word: "한국", difference: "normalization" }],
        ["king", { word: "King", difference: "capitals" }],
        ["don't", { word: "don’t", difference: "punctuation" }],
        ["ABC", { word: "ＡＢＣ", difference: "compatibility" }],
      ].sort(),
    );
  });

  test("takes the spelling that differs least, then the first row", () => {
    const both = { words: ["CAFE\u0301", "CAFÉ", "cafe\u0301"] };
    expect(otherSpellings(both, ["café"]).get("café")).toEqual({ word: "cafe\u0301", difference: "normalization" });
    expect(otherSpellings(both, ["Café"]).get("Café")?.word).toBe("CAFE\u0301");
  });

  test("looks at no more rows than it is told to", () => {
    expect(otherSpellings({ words }, ["king"], 2).size).toBe(0);
  });
});
