import { describe, expect, test } from "vitest";
import { wordVectors } from "./word-vectors.js";

const words = ["king", "queen"];
const data = Float32Array.of(1, 0, 3, 4);

describe("wordVectors(words, data)", () => {
  test("finds the dimension, the rows and their lengths", () => {
    const vectors = wordVectors(words, data);
    expect(vectors.dimension).toBe(2);
    expect([...vectors.idOf]).toEqual([
      ["king", 0],
      ["queen", 1],
    ]);
    expect(vectors.norms).toEqual(Float64Array.of(1, 5));
  });

  test("keeps what it was given, not a copy", () => {
    const vectors = wordVectors(words, data, { counts: [7, 3] });
    expect(vectors.words).toBe(words);
    expect(vectors.data).toBe(data);
    expect(vectors.counts).toEqual([7, 3]);
  });

  test("takes any string for a word", () => {
    const odd = ["__proto__", "constructor", "hasOwnProperty", "", "a b", "\udce9"];
    expect(odd.map((word) => wordVectors(odd, new Float32Array(6)).idOf.get(word))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(wordVectors(words, data).idOf.get("__proto__")).toBeUndefined();
  });

  test("measures rows that f32 arithmetic could not", () => {
    expect(wordVectors(["big", "small"], Float32Array.of(3e38, 0, 1e-45, 0)).norms).toEqual(
      Float64Array.of(Math.fround(3e38), 2 ** -149),
    );
  });

  test("refuses no words", () => {
    expect(() => wordVectors([], new Float32Array())).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: wordVectors: there are no words]`,
    );
  });

  test("refuses numbers that do not fill the rows", () => {
    expect(() => wordVectors(words, new Float32Array(5))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: wordVectors: 5 numbers do not fill 2 rows of equal length]`,
    );
    expect(() => wordVectors(words, new Float32Array(0))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: wordVectors: 0 numbers do not fill 2 rows of equal length]`,
    );
  });

  test("refuses another number of counts", () => {
    expect(() => wordVectors(words, data, { counts: [1] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: wordVectors: 1 counts for 2 words]`,
    );
  });

  test("names a word that comes twice and both its rows", () => {
    expect(() => wordVectors(["a", "b", "a"], new Float32Array(3))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: wordVectors: "a" is the word of row 0 and of row 2]`,
    );
  });

  test("names the row and the word of a number that is not finite", () => {
    expect(() => wordVectors(words, Float32Array.of(1, 0, 3, Number.NaN))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: wordVectors: number 1 of row 1, "queen", is NaN; did training diverge?]`,
    );
    expect(() => wordVectors(words, Float32Array.of(1, -Infinity, 3, 4))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: wordVectors: number 1 of row 0, "king", is -Infinity; did training diverge?]`,
    );
  });
});
