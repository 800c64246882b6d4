import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordVectors } from "../vectors/word-vectors.js";
import { mostSimilar } from "./most-similar.js";

// Cosines with east: north 0, northeast 1/√2, west −1, far-east 1, nowhere 0.
const compass = wordVectors(
  ["east", "north", "northeast", "west", "far-east", "nowhere"],
  Float32Array.of(1, 0, 0, 2, 3, 3, -1, 0, 100, 0, 0, 0),
);

describe("mostSimilar(vectors, word)", () => {
  test("ranks the other words by cosine, equal ones by row", () => {
    expect(mostSimilar(compass, "east")).toEqual([
      { word: "far-east", similarity: 1 },
      { word: "northeast", similarity: expect.closeTo(Math.SQRT1_2, 15) },
      { word: "north", similarity: 0 },
      { word: "nowhere", similarity: 0 },
      { word: "west", similarity: -1 },
    ]);
  });

  test("gives `top` answers at most", () => {
    expect(mostSimilar(compass, "east", { top: 1 })).toEqual([{ word: "far-east", similarity: 1 }]);
    expect(mostSimilar(compass, "east", { top: 99 })).toHaveLength(5);
  });

  test("finds answers among the first `restrict` rows only", () => {
    expect(mostSimilar(compass, "far-east", { restrict: 2 }).map(({ word }) => word)).toEqual(["east", "north"]);
    expect(mostSimilar(compass, "far-east", { restrict: 99 })).toHaveLength(5);
  });

  test("finds nothing similar to a zero vector", () => {
    expect(mostSimilar(compass, "nowhere", { top: 2 })).toEqual([
      { word: "east", similarity: 0 },
      { word: "north", similarity: 0 },
    ]);
  });

  test("names the nearest spellings of an unknown word", () => {
    expect(() => mostSimilar(compass, "nroth")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilar: "nroth" is not in the vocabulary of 6 words; nearest spellings: north]`,
    );
    expect(() => mostSimilar(compass, "constructor")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilar: "constructor" is not in the vocabulary of 6 words; nothing in it is spelled like that]`,
    );
    expect(() => mostSimilar(compass, "__proto__")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilar: "__proto__" is not in the vocabulary of 6 words; nothing in it is spelled like that]`,
    );
  });

  test.each([0, -1, 1.5, Number.NaN, Infinity])("refuses %d answers", (top) => {
    expect(() => mostSimilar(compass, "east", { top })).toThrow(
      `mostSimilar: top is ${top}; it must be a whole number, at least 1`,
    );
    expect(() => mostSimilar(compass, "east", { restrict: top })).toThrow(`mostSimilar: restrict is ${top}`);
  });
});

describe("mostSimilar(vectors, vector)", () => {
  test("takes numbers of any kind, and leaves no word out", () => {
    for (const vector of [[2, 0], Float32Array.of(2, 0), Float64Array.of(2, 0)]) {
      expect(mostSimilar(compass, vector, { top: 2 })).toEqual([
        { word: "east", similarity: 1 },
        { word: "far-east", similarity: 1 },
      ]);
    }
  });

  test("stands numbers whose squares overflow or vanish", () => {
    for (const vector of [
      [1e200, 0],
      [1e-200, 0],
    ]) {
      expect(mostSimilar(compass, vector, { top: 1 })).toEqual([{ word: "east", similarity: 1 }]);
    }
  });

  test("refuses a vector that does not fit", () => {
    expect(() => mostSimilar(compass, [1, 2, 3])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilar: a vector of the query has 3 numbers, the words have 2]`,
    );
    expect(() => mostSimilar(compass, [1, Number.NaN])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilar: number 1 of a vector of the query is NaN]`,
    );
  });

  test("says what a list of words would have to be", () => {
    const fromJavaScript: number[] = JSON.parse('["north", "east", "west"]');
    expect(() => mostSimilar(compass, fromJavaScript)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: mostSimilar: the query is a list of words, whose place is { positive: […] }]`,
    );
  });
});

describe("mostSimilar(vectors, { positive, negative })", () => {
  test("adds and subtracts directions, not lengths", () => {
    // far-east is 100 long; unit(far-east) + unit(north) points northeast all the same.
    expect(mostSimilar(compass, { positive: ["far-east", "north"] }, { top: 1 })).toEqual([
      { word: "northeast", similarity: 1 },
    ]);
    expect(mostSimilar(compass, { positive: ["north"], negative: [[-5, 0]] }, { top: 1 })[0].word).toBe("northeast");
  });

  test("leaves the words of both lists out", () => {
    const words = mostSimilar(compass, { positive: ["east"], negative: ["west", "north"] }).map(({ word }) => word);
    expect(words).toEqual(["far-east", "northeast", "nowhere"]);
  });

  test("finds nothing similar to what cancels out", () => {
    expect(mostSimilar(compass, { positive: ["east"], negative: ["far-east"] }, { top: 1 })).toEqual([
      { word: "north", similarity: 0 },
    ]);
  });

  test("refuses an empty query", () => {
    expect(() => mostSimilar(compass, {})).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilar: the query names no word and no vector]`,
    );
    expect(() => mostSimilar(compass, { positive: [], negative: [] })).toThrow("the query names no word");
  });
});

test("a cosine is the sum of products over the lengths, whatever the dimension", () => {
  const number = fc.float({ noNaN: true, noDefaultInfinity: true, min: -100, max: 100 });
  const table = fc
    .record({ V: fc.integer({ min: 2, max: 8 }), D: fc.integer({ min: 1, max: 9 }) })
    .chain(({ V, D }) => fc.array(fc.array(number, { minLength: D, maxLength: D }), { minLength: V, maxLength: V }));
  fc.assert(
    fc.property(table, (rows) => {
      const vectors = wordVectors(
        rows.map((_, row) => `w${row}`),
        Float32Array.from(rows.flat()),
      );
      const dot = (a: number[], b: number[]) => a.reduce((sum, x, d) => sum + x * b[d], 0);
      const cosine = (a: number[], b: number[]) => {
        const lengths = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
        return lengths === 0 ? 0 : dot(a, b) / lengths;
      };
      for (const { word, similarity } of mostSimilar(vectors, "w0")) {
        expect(similarity).toBeCloseTo(cosine(rows[0], rows[Number(word.slice(1))]), 12);
      }
    }),
  );
});
