import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeTable } from "../nearest/code-table.js";
import { searchFilter } from "../nearest/search-filter.js";
import { searchTable } from "../nearest/search-table.js";
import { wordVectors } from "../vectors/word-vectors.js";
import { mostSimilar } from "./most-similar.js";
import { cosMulRows, mostSimilarCosMul } from "./most-similar-cos-mul.js";
import { queryTerms } from "./query.js";

// Axes: royal, female.
const family = wordVectors(["king", "queen", "man", "woman", "nobody"], Float32Array.of(3, 0, 4, 4, 0, -2, 0, 5, 0, 0));

describe("mostSimilarCosMul(vectors, { positive, negative })", () => {
  test("multiplies and divides cosines moved to [0, 1]", () => {
    // king · queen = 1/√2, woman · queen = 1/√2, man · queen = −1/√2; of nobody all three are 0.
    const [near, far] = [(1 + Math.SQRT1_2) / 2, (1 - Math.SQRT1_2) / 2];
    expect(mostSimilarCosMul(family, { positive: ["king", "woman"], negative: ["man"] })).toEqual([
      { word: "queen", score: expect.closeTo((near * near) / (far + 1e-6), 12) },
      { word: "nobody", score: expect.closeTo(0.25 / (0.5 + 1e-6), 12) },
    ]);
  });

  test("keeps the division finite by epsilon", () => {
    // woman · man = −1, so only epsilon is left to divide by.
    const query = { positive: ["queen"], negative: ["man"] };
    const [first] = mostSimilarCosMul(family, query, { epsilon: 1e-3 });
    expect(first).toEqual({ word: "woman", score: expect.closeTo((1 + Math.SQRT1_2) / 2 / 1e-3, 9) });
  });

  test("ranks as mostSimilar does where there is one positive thing", () => {
    const words = (list: readonly { word: string }[]) => list.map(({ word }) => word);
    expect(words(mostSimilarCosMul(family, "queen"))).toEqual(words(mostSimilar(family, "queen")));
    expect(mostSimilarCosMul(family, [1, 1], { top: 1 })[0].word).toBe("queen");
  });

  test("answers with the first rows, or with words of a list", () => {
    const query = { positive: ["king"] };
    expect(mostSimilarCosMul(family, query, { restrict: 2 }).map(({ word }) => word)).toEqual(["queen"]);
    expect(mostSimilarCosMul(family, query, { restrict: ["nobody"] }).map(({ word }) => word)).toEqual(["nobody"]);
  });

  test("finds the same with codes as without", () => {
    const number = fc.oneof(fc.float({ min: -1, max: 1, noNaN: true }), fc.constantFrom(0, 1, -1));
    const row = fc.array(number, { minLength: 3, maxLength: 3 });
    const terms = fc.array(fc.oneof(fc.constantFrom("w0", "w1"), row), { minLength: 1, maxLength: 3 });
    const table = fc.array(row, { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(table, terms, terms, fc.integer({ min: 1, max: 40 }), (rows, positive, negative, top) => {
        const vectors = wordVectors(
          rows.map((_, index) => `w${index}`),
          Float32Array.from(rows.flat()),
        );
        const filter = searchFilter("test", vectors, Math.max(1, rows.length - 2));
        const query = queryTerms("test", vectors, { positive, negative });
        const options = { filter, top, epsilon: 1e-6 };
        const table = searchTable(vectors);
        const codes = codeTable(table);
        expect(codes).toBeDefined();
        expect(cosMulRows(codes, table, query, options)).toEqual(cosMulRows(undefined, table, query, options));
      }),
    );
  });

  test("names what makes no sense", () => {
    expect(() => mostSimilarCosMul(family, { negative: ["man"] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilarCosMul: the query names nothing positive]`,
    );
    expect(() => mostSimilarCosMul(family, "king", { epsilon: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilarCosMul: epsilon is 0; it must be a finite number above 0]`,
    );
    expect(() => mostSimilarCosMul(family, "kign")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilarCosMul: "kign" is not in the vocabulary of 5 words; nearest spellings: king]`,
    );
    expect(() => mostSimilarCosMul(family, "king", { top: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: mostSimilarCosMul: top is 0; it must be a whole number, at least 1]`,
    );
  });
});
