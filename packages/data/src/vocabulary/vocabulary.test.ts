import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildVocabulary, trimVocabulary } from "./vocabulary.js";

describe("buildVocabulary(tokens)", () => {
  test("counts, and ranks by falling count with ties in order of appearance", () => {
    // From the system to build on: {2: 5, 1: 3, 4: 3, 3: 2, 5: 1}.
    const { words, counts, idOf } = buildVocabulary([1, 2, 3, 4, 5, 2, 3, 4, 1, 1, 4, 2, 2, 2].map(String));
    expect(words).toEqual(["2", "1", "4", "3", "5"]);
    expect(counts).toEqual(Float64Array.of(5, 3, 3, 2, 1));
    expect([...idOf]).toEqual([...words.entries()].map(([id, word]) => [word, id]));
  });

  test("treats the names of object members as words", () => {
    const { words, counts, idOf } = buildVocabulary(["constructor", "__proto__", "__proto__", "hasOwnProperty"]);
    expect(words).toEqual(["__proto__", "constructor", "hasOwnProperty"]);
    expect(counts).toEqual(Float64Array.of(2, 1, 1));
    expect(idOf.get("toString")).toBeUndefined();
  });

  test("has every word once, counts that fall and add up, and ties in order of appearance", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<string>("a", "b", "c", "d", "__proto__"), { minLength: 1 }), (tokens) => {
        const { words, counts } = buildVocabulary(tokens);
        expect([...words].sort()).toEqual([...new Set(tokens)].sort());
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(tokens.length);
        for (let id = 1; id < words.length; id++) {
          const falls = counts[id] < counts[id - 1];
          expect(falls || tokens.indexOf(words[id - 1]) < tokens.indexOf(words[id])).toBe(true);
        }
      }),
    );
  });

  test("leaves out words below minCount, then all but the maxSize commonest", () => {
    const tokens = ["a", "b", "b", "c", "c", "d", "d", "d"];
    expect(buildVocabulary(tokens, { minCount: 2 }).words).toEqual(["d", "b", "c"]);
    expect(buildVocabulary(tokens, { maxSize: 2 }).words).toEqual(["d", "b"]);
    expect(buildVocabulary(tokens, { minCount: 2, maxSize: 9 }).words).toEqual(["d", "b", "c"]);
  });

  test("refuses an empty result and options that make no sense", () => {
    expect(() => buildVocabulary([])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: buildVocabulary: there are no words to count]`,
    );
    expect(() => buildVocabulary(["a", "b"], { minCount: 2 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: buildVocabulary: none of the 2 words occurs 2 times; the commonest occurs 1 times, so that minCount: 1 leaves 2 of them]`,
    );
    expect(() => buildVocabulary(["a"], { minCount: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: buildVocabulary: minCount is 0; it must be a positive whole number]`,
    );
    expect(() => buildVocabulary(["a"], { maxSize: 1.5 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: buildVocabulary: maxSize is 1.5; it must be a positive whole number]`,
    );
  });
});

describe("trimVocabulary(vocabulary)", () => {
  test("is the vocabulary that the same options would have built", () => {
    const tokens = ["a", "b", "b", "c", "c", "d", "d", "d"];
    const options = { minCount: 2, maxSize: 2 };
    expect(trimVocabulary(buildVocabulary(tokens), options)).toEqual(buildVocabulary(tokens, options));
  });
});
