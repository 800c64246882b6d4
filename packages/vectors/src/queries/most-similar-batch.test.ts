import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toInt8 } from "../quantized/int8.js";
import { int8Vectors } from "../quantized/int8-vectors.js";
import { wordVectors } from "../vectors/word-vectors.js";
import { mostSimilar, mostSimilarBatch } from "./most-similar.js";

const compass = wordVectors(
  ["east", "north", "northeast", "west", "far-east", "nowhere"],
  Float32Array.of(1, 0, 0, 2, 3, 3, -1, 0, 100, 0, 0, 0),
);

describe("mostSimilarBatch(vectors, queries)", () => {
  test("answers each query as mostSimilar does", () => {
    const item = fc.oneof(fc.constantFrom(...compass.words), fc.tuple(fc.integer(), fc.integer()));
    const list = fc.array(item, { minLength: 1, maxLength: 3 });
    const query = fc.oneof(item, fc.record({ positive: list, negative: list }));
    fc.assert(
      fc.property(fc.array(query), fc.integer({ min: 1, max: 8 }), (queries, top) => {
        const one = queries.map((query) => mostSimilar(compass, query, { top }));
        expect(mostSimilarBatch(compass, queries, { top })).toEqual(one);
      }),
    );
  });

  test("answers no queries with no answers", () => {
    expect(mostSimilarBatch(compass, [])).toEqual([]);
  });

  test("names what it can't answer", () => {
    expect(() => mostSimilarBatch(compass, ["east", "eats"])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilarBatch: query 1: "eats" is not in the vocabulary of 6 words; nearest spellings: east]`,
    );
    expect(() => mostSimilarBatch(compass, ["east", {}])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilarBatch: query 1: the query names no word and no vector]`,
    );
  });
});

describe("mostSimilar(vectors, query, { restrict })", () => {
  const words = (restrict: Parameters<typeof mostSimilar>[2]) =>
    mostSimilar(compass, "east", restrict).map(({ word }) => word);

  test("answers with words of a list or a set, in the order of their rows where they are equal", () => {
    expect(words({ restrict: ["west", "nowhere", "north"] })).toEqual(["north", "nowhere", "west"]);
    expect(words({ restrict: new Set(["west", "northeast"]) })).toEqual(["northeast", "west"]);
  });

  test("takes no notice of words that aren't there, of repeated ones, and of the query's own", () => {
    expect(words({ restrict: ["west", "up", "__proto__", "west", "east"] })).toEqual(["west"]);
  });

  test("finds nothing in an empty list", () => {
    expect(words({ restrict: [] })).toEqual([]);
    expect(words({ restrict: ["up"] })).toEqual([]);
  });

  test("refuses a number that is none of rows", () => {
    expect(() => words({ restrict: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilar: restrict is 0; it must be a whole number, at least 1]`,
    );
  });
});

describe("mostSimilar(vectors, { positive, negative })", () => {
  test("counts a word as often as it is named", () => {
    // 2 · east + north = (2, 1), whose cosines with (1, 1) and (1, 0) are 3 / √10 and 2 / √5.
    const query = { positive: ["east", "east", "north"] };
    expect(mostSimilar(compass, query, { top: 2 })).toEqual([
      { word: "northeast", similarity: expect.closeTo(3 / Math.sqrt(10), 15) },
      { word: "far-east", similarity: expect.closeTo(2 / Math.sqrt(5), 15) },
    ]);
  });

  test("takes what is named on both sides away", () => {
    const query = { positive: ["east", "north"], negative: ["north"] };
    expect(mostSimilar(compass, query, { top: 1 })).toEqual([{ word: "far-east", similarity: 1 }]);
  });
});

describe("mostSimilar(int8Vectors, query)", () => {
  test("compares the numbers that the codes stand for", () => {
    // unit(127, 64) · unit(127, 0)
    const small = int8Vectors(["a", "b", "c"], toInt8(Float32Array.of(2, 1, -3, 0, 0, 0), 2));
    expect(mostSimilar(small, [1, 0])).toEqual([
      { word: "a", similarity: expect.closeTo(127 / Math.hypot(127, 64), 15) },
      { word: "c", similarity: 0 },
      { word: "b", similarity: -1 },
    ]);
    expect(mostSimilar(small, "a", { top: 1 })).toEqual([{ word: "c", similarity: 0 }]);
  });
});
