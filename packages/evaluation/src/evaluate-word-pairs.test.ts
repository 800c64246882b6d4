import { wordVectors } from "@wordloom/vectors";
import { describe, expect, test } from "vitest";
import { evaluateWordPairs } from "./evaluate-word-pairs.js";

// Cosines: a·b 0.6, a·c 0, b·c 0.8, anything with zero 0.
const vectors = wordVectors(["a", "b", "c", "zero"], Float32Array.of(1, 0, 3, 4, 0, 2, 0, 0));
const pair = (first: string, second: string, score: number) => ({ first, second, score });

describe("evaluateWordPairs(vectors, pairs)", () => {
  test("correlates cosines with scores, and counts what it left out", () => {
    const pairs = [pair("a", "b", 5), pair("a", "c", 1), pair("b", "c", 7), pair("a", "dog", 3)];
    expect(evaluateWordPairs(vectors, pairs)).toEqual({
      spearman: 1,
      // Cosines 0.6, 0, 0.8 with 5, 1, 7: covariance 7.6/3, squares 10.4/30 and 56/3.
      pearson: expect.closeTo(7.6 / 3 / Math.sqrt((10.4 / 30) * (56 / 3)), 6),
      used: 3,
      pairs: 4,
      coverage: 3 / 4,
    });
  });

  test("gives a zero vector the similarity 0", () => {
    const pairs = [pair("a", "zero", 1), pair("a", "b", 2), pair("b", "c", 3)];
    expect(evaluateWordPairs(vectors, pairs)).toMatchObject({ spearman: 1, used: 3 });
  });

  test("lets capitals not matter, unless they do", () => {
    const pairs = [pair("A", "B", 1), pair("a", "c", 2)];
    expect(evaluateWordPairs(vectors, pairs)).toMatchObject({ used: 2, spearman: -1 });
    expect(evaluateWordPairs(vectors, pairs, { caseFold: false })).toMatchObject({ used: 1, spearman: null });
  });

  test("looks at the first `restrict` rows only", () => {
    const pairs = [pair("a", "b", 1), pair("a", "c", 2)];
    expect(evaluateWordPairs(vectors, pairs, { restrict: 2 })).toMatchObject({ used: 1, coverage: 0.5 });
    expect(() => evaluateWordPairs(vectors, pairs, { restrict: -1 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: evaluateWordPairs: restrict is -1; it must be a whole number, at least 1]`,
    );
  });

  // gensim 4.2.0, `evaluate_word_pairs` with x[i][d] = (i + 1)(d + 2)(i + d + 3) mod 101 − 50.
  test.each([
    [{}, 0.16729012443703337, 0.14461473207467557, 25],
    [{ restrict: 18 }, 0.03669879217087869, 0.03505058961870624, 11],
  ])("agrees with gensim, %j", (options, spearman, pearson, used) => {
    const words = Array.from({ length: 30 }, (_, i) => (i === 20 ? "W3" : i === 25 ? "W7" : `w${i}`));
    const number = (i: number, d: number) => (((i + 1) * (d + 2) * (i + d + 3)) % 101) - 50;
    const table = Float32Array.from({ length: 150 }, (_, at) => number(Math.floor(at / 5), at % 5));
    const pairs = Array.from({ length: 32 }, (_, i) => pair(`w${i}`, `W${(i * i + 1) % 33}`, (i * 5) % 7));
    const evaluation = evaluateWordPairs(wordVectors(words, table), pairs, options);
    expect(evaluation.used).toBe(used);
    expect(evaluation.spearman).toBeCloseTo(spearman, 6);
    expect(evaluation.pearson).toBeCloseTo(pearson, 6);
  });
});
