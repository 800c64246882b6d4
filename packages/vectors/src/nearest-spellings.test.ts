import { describe, expect, test } from "vitest";
import { missingWord } from "./missing-word.js";
import { nearestSpellings } from "./nearest-spellings.js";
import { wordVectors } from "./word-vectors.js";

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
      `""a\\nb\\u001b[31m\\udc80" is not in the vocabulary of 10 words; nothing in it is spelled like that"`,
    );
    expect(missingWord(vectors, "x".repeat(1e6)).length).toBeLessThan(200);
  });

  test("escapes spellings that a terminal would not show", () => {
    expect(missingWord(wordVectors(["ki\u001bng"], Float32Array.of(1)), "king")).toMatchInlineSnapshot(
      `""king" is not in the vocabulary of 1 words; nearest spellings: "ki\\u001bng""`,
    );
  });
});
