import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quotedWord, typedWord } from "../messages/quoted-word.js";
import { wordVectors } from "../vectors/word-vectors.js";
import { missingWord } from "./missing-word.js";
import { wordsContaining, wordWithin } from "./words-containing.js";

const of = (...words: string[]) => wordVectors(words, new Float32Array(words.length));

describe("wordsContaining(vectors, text)", () => {
  test.each([
    "/c/en/coffee_pot",
    "coffee_pot_NOUN",
    "coffee-pot",
    "coffee pot",
    "ENTITY/Coffee_pot",
    "<http://dbpedia.org/resource/Coffee_pot>",
    "coffee_pot|NOUN",
    "#coffee_pot",
    "##coffee_pot",
    "▁coffee_pot",
    "Ġcoffee_pot",
    "coffee_pot</w>",
    "COFFEE::POT",
  ])("finds coffee_pot in %s", (word) => {
    expect(wordsContaining(of("tea", word, "coffee", "pot"), "coffee_pot")).toEqual([word]);
  });

  test("finds whole pieces in their order, no parts of them", () => {
    expect(
      wordsContaining(of("/c/en/coffee_pots", "pot_coffee", "coffee_tea_pot", "dripcoffee_pot"), "coffee_pot"),
    ).toEqual([]);
    expect(wordsContaining(of("##ing", "going", "#ing"), "ing")).toEqual(["##ing", "#ing"]);
  });

  test("puts the fewest other pieces first, then the frequent words, and gives `top` at most", () => {
    const vectors = of("a_b_pot", "pot_b", "pot", "x/pot", "/pot");
    expect(wordsContaining(vectors, "pot")).toEqual(["/pot", "pot_b", "x/pot", "a_b_pot"]);
    expect(wordsContaining(vectors, "pot", 2)).toEqual(["/pot", "pot_b"]);
  });

  test("finds nothing for signs alone, or for what is too long to be a word", () => {
    expect(wordsContaining(of("a", "/", "++"), "+")).toEqual([]);
    expect(wordsContaining(of("a"), "a ".repeat(1e6))).toEqual([]);
  });
});

describe("wordWithin(vectors, text)", () => {
  test.each(["/c/en/coffee_pot", "coffee_pot_NOUN", "<http://dbpedia.org/resource/Coffee_pot>", "my coffee_pot"])(
    "finds coffee_pot in %s",
    (text) => {
      expect(wordWithin(of("c", "en", "pot", "resource", "coffee_pot", "coffee"), text)).toBe("coffee_pot");
    },
  );

  test("finds no part of a piece, and no two letters", () => {
    expect(wordWithin(of("coffee", "po", "en"), "coffees_pot_en")).toBeUndefined();
    expect(wordWithin(of("a"), "a ".repeat(1e6))).toBeUndefined();
  });
});

describe("typedWord(word)", () => {
  test.each([
    ["king", "king"],
    ["well-known", "well-known"],
    ["/c/en/coffee_pot", "/c/en/coffee_pot"],
    ["c++", "c++"],
    ["coffee_pot|NOUN", "coffee_pot|NOUN"],
    ["▁coffee", "▁coffee"],
    ["10,000", '"10,000"'],
    ["king:man", '"king:man"'],
    ["New York", '"New York"'],
    ["-", '"-"'],
    [".help", '".help"'],
    ["[UNK]", '"[UNK]"'],
    ["a=b", '"a=b"'],
    ["", '""'],
    ["back\\slash", '"back\\\\slash"'],
    ["a\u00a0b", '"a\\u00a0b"'],
    ["a\u200bb", '"a\\u200bb"'],
    ["\u3164", '"\\u3164"'],
    ["\u202eabc", '"\\u202eabc"'],
    ["caf\udce9", '"caf\\udce9"'],
  ])("%j is %s", (word, typed) => {
    expect(typedWord(word)).toBe(typed);
  });

  test("is one line that JSON reads back, whatever the word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (word) => {
        expect(JSON.parse(quotedWord(word))).toBe(word);
        expect(quotedWord(word)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u00a0\u3000]/u);
      }),
    );
  });
});

describe("missingWord(vectors, word)", () => {
  test("names the words that have it in them, each in quotes where it could not be typed without", () => {
    expect(missingWord(of("/c/en/coffee_pot", "my coffee_pot, big", "tea"), "coffee_pot")).toMatchInlineSnapshot(
      `""coffee_pot" is not in the vocabulary of 3 words; part of: /c/en/coffee_pot, "my coffee_pot, big""`,
    );
    expect(missingWord(of("coffee pot", "/c/en/coffee_pot"), "coffee_pot")).toMatchInlineSnapshot(
      `""coffee_pot" is not in the vocabulary of 2 words; nearest spellings: "coffee pot"; part of: /c/en/coffee_pot"`,
    );
    const long = `http://example.org/${"x".repeat(60)}/coffee_pot`;
    expect(missingWord(of(long), "coffee_pot")).toContain(JSON.stringify(long));
  });
});
