import { describe, expect, test } from "vitest";
import { wordVectors } from "../vectors/word-vectors.js";
import { missingWord } from "./missing-word.js";
import { nearestSpellings } from "./nearest-spellings.js";

const words = ["the", "King", "king", "kings", "kin", "viking", "toyota", "form", "from", "__proto__"];
const vectors = wordVectors(words, new Float32Array(words.length));

describe("nearestSpellings(vectors, misspelled)", () => {
  test("puts fewer changes first, and frequent words first among equals", () => {
    expect(nearestSpellings(vectors, "kingg")).toEqual(["King", "king", "kings", "kin"]);
  });

  test("finds another case first", () => {
    expect(nearestSpellings(vectors, "KINGS")[0]).toBe("kings");
    expect(nearestSpellings(vectors, "Toyota")).toEqual(["toyota"]);
  });

  test("counts a swap of neighbours as one change", () => {
    // Two changes would be too many for three letters.
    expect(nearestSpellings(vectors, "teh")).toEqual(["the"]);
    expect(nearestSpellings(vectors, "fomr")[0]).toBe("form");
  });

  test("gives `top` at most, and nothing that is far away", () => {
    expect(nearestSpellings(vectors, "kingg", 2)).toEqual(["King", "king"]);
    expect(nearestSpellings(vectors, "zebra")).toEqual([]);
  });

  test("does not compare what is too long to be a slip", () => {
    expect(nearestSpellings(vectors, "x".repeat(1e6))).toEqual([]);
  });

  test("treats __proto__ as a word", () => {
    expect(nearestSpellings(vectors, "__prot__")).toEqual(["__proto__"]);
  });
});

describe("missingWord(vectors, word)", () => {
  test("is one line, whatever the word", () => {
    expect(missingWord(vectors, "kingg")).toMatchInlineSnapshot(
      `""kingg" is not in the vocabulary of 10 words; nearest spellings: King, king, kings, kin"`,
    );
    expect(missingWord(vectors, "zebra")).toMatchInlineSnapshot(
      `""zebra" is not in the vocabulary of 10 words; nothing in it is spelled like that"`,
    );
    expect(missingWord(vectors, "a\nb\u001b[31m\udc80")).toMatchInlineSnapshot(
      `""a\\nb\\u001b[31m\\x80" is not in the vocabulary of 10 words; nothing in it is spelled like that"`,
    );
    expect(missingWord(vectors, "x".repeat(1e6)).length).toBeLessThan(200);
  });

  const hint = (words: readonly string[], word: string) =>
    missingWord(wordVectors(words, new Float32Array(words.length)), word).replace(/^.* words?; /, "");

  test("says what differs where that cannot be seen", () => {
    expect(hint(["한국"], "한국".normalize("NFD"))).toBe("nearest spellings: 한국 (the same in NFC; asked in NFD)");
    expect(hint(["cafe\u0301"], "café")).toBe("nearest spellings: cafe\u0301 (the same in NFD; asked in NFC)");
    expect(hint(["a\u0301é"], "áé")).toBe(
      "nearest spellings: a\u0301é (the same in neither NFC nor NFD; asked in NFC)",
    );
    expect(hint(["co\u00adop"], "coop")).toBe('nearest spellings: "co\\u00adop" (with U+00AD)');
    expect(hint(["coop"], "co\u200bop\ufeff")).toBe("nearest spellings: coop (without U+200B, U+FEFF)");
    expect(hint(["ＡＢＣ"], "abc")).toBe("nearest spellings: ＡＢＣ");
    expect(hint(["ABC"], "ＡＢＣ")).toBe(
      "nearest spellings: ABC (other forms of its characters: width, ligature or the like)",
    );
    expect(hint(["finance"], "ﬁnance")).toMatch(/^nearest spellings: finance \(other forms/);
    expect(hint(["カタ"], "ｶﾀ")).toMatch(/^nearest spellings: カタ \(other forms/);
    expect(hint(["New York"], "New\u00a0York")).toMatch(/^nearest spellings: "New York" \(other forms/);
    expect(hint(["don’t"], "don't")).toBe("nearest spellings: don’t (other punctuation)");
    expect(hint(["p\u0430ypal"], "paypal")).toBe("nearest spellings: p\u0430ypal (U+0430 for U+0061)");
  });

  test("finds Turkish capitals, and ß", () => {
    expect(hint(["istanbul"], "İstanbul")).toBe("nearest spellings: istanbul");
    expect(hint(["ılık"], "ILIK")).toBe("nearest spellings: ılık");
    expect(hint(["straße"], "STRASSE")).toBe("nearest spellings: straße");
  });

  test("puts first what differs least", () => {
    expect(nearestSpellings(wordVectors(["CAFÉ", "Ｃafé", "cafe\u0301"], new Float32Array(3)), "café")).toEqual([
      "cafe\u0301",
      "CAFÉ",
      "Ｃafé",
    ]);
  });

  test("counts changes of what both are in one normalization", () => {
    expect(hint(["한국어"], "한국".normalize("NFD"))).toBe("nearest spellings: 한국어");
  });

  test("escapes spellings that a terminal would not show", () => {
    expect(missingWord(wordVectors(["ki\u001bng"], Float32Array.of(1)), "king")).toMatchInlineSnapshot(
      `""king" is not in the vocabulary of 1 words; nearest spellings: "ki\\u001bng""`,
    );
  });
});
