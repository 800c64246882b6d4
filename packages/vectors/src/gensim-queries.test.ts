import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeVectors } from "./formats/decode-vectors.js";
import { distance } from "./queries/distance.js";
import { doesntMatch } from "./queries/doesnt-match.js";
import { mostSimilar, mostSimilarBatch } from "./queries/most-similar.js";
import { mostSimilarCosMul } from "./queries/most-similar-cos-mul.js";

interface Lists {
  readonly positive?: string[];
  readonly negative?: string[];
  readonly answers: [string, number][];
}

interface Golden {
  readonly mostSimilar: Lists[];
  readonly restricted: Lists[];
  readonly byVector: { readonly vector: number[]; readonly answers: [string, number][] };
  readonly cosMul: Lists[];
  readonly doesntMatch: { readonly words: string[]; readonly answer: string }[];
  readonly distance: { readonly words: [string, string]; readonly answer: number }[];
}

// Made by gensim 4.2.0: fixtures/queries.py. It computes in f32, so its numbers are good to six digits.
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const golden: Golden = JSON.parse(fixture("queries.json").toString());
const vectors = decodeVectors(fixture("queries.bin"));

const similarities = (answers: [string, number][]) =>
  answers.map(([word, similarity]) => ({ word, similarity: expect.closeTo(similarity, 5) }));

describe("gensim's answers", () => {
  test.each(golden.mostSimilar)("are those of mostSimilar: +$positive −$negative", ({ answers, ...query }) => {
    expect(mostSimilar(vectors, query, { top: 8 })).toEqual(similarities(answers));
  });

  test("are those of a batch, among the first 25 rows", () => {
    const queries = golden.restricted.map(({ answers, ...query }) => query);
    expect(mostSimilarBatch(vectors, queries, { top: 8, restrict: 25 })).toEqual(
      golden.restricted.map(({ answers }) => similarities(answers)),
    );
  });

  test("are those for a vector", () => {
    const { vector, answers } = golden.byVector;
    expect(mostSimilar(vectors, vector, { top: 8 })).toEqual(similarities(answers));
  });

  test.each(golden.cosMul)("are those of mostSimilarCosMul: +$positive −$negative", ({ answers, ...query }) => {
    // One of them is above 1, with six digits as well.
    expect(mostSimilarCosMul(vectors, query, { top: 8 })).toEqual(
      answers.map(([word, score]) => ({ word, score: expect.closeTo(score, score < 1 ? 5 : 4) })),
    );
  });

  test.each(golden.doesntMatch)("are those of doesntMatch: $words", ({ words, answer }) => {
    expect(doesntMatch(vectors, words)).toBe(answer);
  });

  test.each(golden.distance)("are those of distance: $words", ({ words: [a, b], answer }) => {
    expect(distance(vectors, a, b)).toBeCloseTo(answer, 6);
  });
});
