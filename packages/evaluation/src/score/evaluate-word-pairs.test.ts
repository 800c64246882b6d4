import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { randomFromSeed } from "@wordloom/random";
import { wordVectors } from "@wordloom/vectors";
import { describe, expect, test } from "vitest";
import { parseWordPairs } from "../parse/pairs/parse-word-pairs.js";
import { evaluateWordPairs } from "./evaluate-word-pairs.js";

// Cosines: a·b 0.6, a·c 0, b·c 0.8, anything with zero 0.
const vectors = wordVectors(["a", "b", "c", "zero"], Float32Array.of(1, 0, 3, 4, 0, 2, 0, 0));
const pair = (first: string, second: string, score: number) => ({ first, second, score });

describe("evaluateWordPairs(vectors, pairs)", () => {
  test("correlates cosines with scores, and counts what it left out", () => {
    const pairs = [pair("a", "b", 5), pair("a", "c", 1), pair("b", "c", 7), pair("a", "dog", 3)];
    // Cosines 0.6, 0, 0.8 with 5, 1, 7: covariance 7.6/3, squares 10.4/30 and 56/3.
    const pearson = 7.6 / 3 / Math.sqrt((10.4 / 30) * (56 / 3));
    expect(evaluateWordPairs(vectors, pairs)).toEqual({
      spearman: 1,
      pearson: expect.closeTo(pearson, 6),
      spearmanP: 0,
      // For one degree of freedom, 1 − (2/π) asin |r|.
      pearsonP: expect.closeTo(1 - (2 / Math.PI) * Math.asin(pearson), 6),
      spearmanInterval: null,
      pearsonInterval: null,
      used: 3,
      pairs: 4,
      coverage: 3 / 4,
      unknown: "skip",
      unknownWords: ["dog"],
      bootstrap: null,
    });
  });

  test("gives a pair with an unknown word the cosine 0, where told to", () => {
    const pairs = [pair("a", "b", 5), pair("a", "c", 1), pair("b", "c", 7), pair("a", "dog", 9), pair("cow", "dog", 9)];
    const { spearman, used, coverage, unknown, cosines, unknownWords } = evaluateWordPairs(vectors, pairs, {
      unknown: "zero",
      listCosines: true,
    });
    // Ranks 2, 1, 3, 4.5, 4.5 and 4, 2, 5, 2, 2: covariance −2, squares 9.5 and 8.
    expect(spearman).toBeCloseTo(-2 / Math.sqrt(9.5 * 8), 12);
    expect({ used, coverage, unknown, unknownWords }).toEqual({
      used: 3,
      coverage: 3 / 5,
      unknown: "zero",
      unknownWords: ["dog", "cow"],
    });
    expect(cosines?.map((cosine) => cosine && Math.round(10 * cosine))).toEqual([6, 0, 8, null, null]);
  });

  test("gives intervals of both correlations, of resamples drawn from the generator", () => {
    const words = Array.from({ length: 40 }, (_, i) => `w${i}`);
    const circle = wordVectors(
      words,
      Float32Array.from({ length: 80 }, (_, i) => Math.sin(i * i)),
    );
    const pairs = words.map((word, i) => pair(word, words[(i * i + 1) % 40], i % 7));
    const options = { random: randomFromSeed(1), resamples: 300 };
    const evaluation = evaluateWordPairs(circle, pairs, options);
    expect(evaluation.bootstrap).toEqual({ resamples: 300, confidence: 0.95 });
    for (const [value, interval] of [
      [evaluation.spearman, evaluation.spearmanInterval],
      [evaluation.pearson, evaluation.pearsonInterval],
    ] as const) {
      expect(interval?.low).toBeLessThan(value ?? 0);
      expect(interval?.high).toBeGreaterThan(value ?? 0);
    }
    expect(evaluateWordPairs(circle, pairs, options)).toEqual(evaluation);
    expect(JSON.parse(JSON.stringify(evaluation))).toEqual(evaluation);
  });

  test("covers nothing of nothing, and refuses a policy that there is not", () => {
    expect(evaluateWordPairs(vectors, [])).toMatchObject({ used: 0, coverage: 0, spearman: null, pearsonP: null });
    const options: object = { unknown: "wrong" };
    expect(() => evaluateWordPairs(vectors, [], options)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: evaluateWordPairs: unknown is "wrong"; it must be one of skip, zero]`,
    );
  });

  test("has no p for two pairs, and no interval where resamples are all the same", () => {
    const pairs = [pair("a", "b", 1), pair("a", "c", 2)];
    expect(evaluateWordPairs(vectors, pairs, { random: randomFromSeed(1) })).toMatchObject({
      spearman: -1,
      spearmanP: null,
      pearsonP: null,
      spearmanInterval: null,
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

  test("looks at 300,000 rows unless told otherwise", () => {
    const words = Array.from({ length: 300_001 }, (_, row) => `w${row}`);
    const many = wordVectors(words, new Float32Array(300_001).fill(1));
    const pairs = [pair("w0", "w299999", 1), pair("w0", "w300000", 2)];
    expect(evaluateWordPairs(many, pairs).used).toBe(1);
    expect(evaluateWordPairs(many, pairs, { restrict: 300_001 }).used).toBe(2);
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

  const data = process.env.WORDLOOM_DATA;
  describe.skipIf(data === undefined)("scores every test set whole (needs WORDLOOM_DATA)", () => {
    const folder = join(data ?? "", "word-sim");
    const files = data === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith(".txt"));
    test.each(files)("%s", (name) => {
      const pairs = parseWordPairs(readFileSync(join(folder, name), "utf8"));
      const words = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
      // Each word beside the word of its highest score: similar pairs are near.
      const table = new Map(words.map((word, row) => [word, [Math.sin(row * row), Math.cos(row * row), 0.5]]));
      for (const { first, second, score } of pairs.toSorted((x, y) => x.score - y.score)) {
        if (score > 0) table.set(second, table.get(first)?.map((x) => x + 1 / (10 + score)) ?? []);
      }
      const near = wordVectors(words, Float32Array.from([...table.values()].flat()));
      const { used, coverage, spearman, pearson } = evaluateWordPairs(near, pairs);
      expect({ used, coverage }).toEqual({ used: pairs.length, coverage: 1 });
      expect(spearman).toBeGreaterThan(0.05);
      expect(pearson).toBeGreaterThan(0.05);
    });
  });
});
