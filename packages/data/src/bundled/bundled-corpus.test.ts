import { createHash } from "node:crypto";
import { randomFromSeed } from "@wordloom/random";
import { describe, expect, test } from "vitest";
import type { Corpus } from "../corpus/corpus.js";
import { corpusFromText } from "../corpus/read-corpus.js";
import { bundledAnalogies } from "./bundled-analogies.js";
import { bundledCorpus } from "./bundled-corpus.js";
import { bundledNeighbours } from "./bundled-neighbours.js";
import { plainWords } from "./plain-words.js";
import { relationPairs, relationScenes } from "./relation.js";
import { relations, worldScenes } from "./world.js";

const texts = bundledCorpus(randomFromSeed(1));
const train = corpusFromText(texts.train);
const countOf = (word: string) => train.vocabulary.counts[train.vocabulary.idOf.get(word) ?? -1] ?? 0;

describe("bundledCorpus(random)", () => {
  test("has the format of the Penn Treebank's files", () => {
    for (const text of Object.values(texts))
      expect(text).toMatch(/^( ([a-z]+|N|%|corp\.)( ([a-z]+|N|%|corp\.))* \n)+$/);
  });

  test("has about as many tokens as asked for, a tenth of them in valid and in test", () => {
    for (const tokens of [1, 1000, 200_000]) {
      const { train, valid, test } = bundledCorpus(randomFromSeed(2), { tokens });
      const lengths = [train, valid, test].map((text) => corpusFromText(text).ids.length);
      for (const [index, wanted] of [tokens, tokens / 10, tokens / 10].entries()) {
        expect(lengths[index]).toBeGreaterThanOrEqual(wanted);
        // Three sentences at most beyond it.
        expect(lengths[index]).toBeLessThan(wanted + 60);
      }
    }
  });

  test("is a function of the seed", () => {
    const tokens = 500;
    expect(bundledCorpus(randomFromSeed(7), { tokens })).toEqual(bundledCorpus(randomFromSeed(7), { tokens }));
    expect(bundledCorpus(randomFromSeed(7), { tokens }).train).not.toBe(
      bundledCorpus(randomFromSeed(8), { tokens }).train,
    );
    expect(texts.valid).not.toBe(texts.test);
    expect(texts.train.startsWith(texts.valid.slice(0, 100))).toBe(false);
  });

  test("uses no word in valid or test that train lacks", () => {
    const { words } = corpusFromText(texts.valid + texts.test).vocabulary;
    expect(words.filter((word) => countOf(word) === 0)).toEqual([]);
  });

  test("says an before a vowel and a before anything else", () => {
    for (const text of Object.values(texts)) expect(text).not.toMatch(/ (a [aeiou]|an [^aeiou])/);
    expect(texts.train).toMatch(/ an uncle /);
  });

  test("has plain words in proportion to 1/rank", () => {
    const adverbs = plainWords.adverb.trim().split(/\s+/);
    const [first] = adverbs;
    for (const [index, word] of adverbs.entries()) {
      const share = Math.round(adverbs.length / (index + 1)) / adverbs.length;
      expect(Math.abs(countOf(word) - share * countOf(first))).toBeLessThanOrEqual(1 + adverbs.length / (index + 1));
    }
  });

  test("tells the same story as ever", () => {
    // No outside source: a change of these sums changes every training run on this corpus.
    const sums = Object.entries(texts).map(([split, text]) => [split, createHash("sha256").update(text).digest("hex")]);
    expect(Object.fromEntries(sums)).toMatchInlineSnapshot(`
      {
        "test": "b6264fd70ada01fe46237b1b98524b8c2d62da0f9b68d145aaa97c248bf2708c",
        "train": "988ba38ca252bb7b5fd90afd4ec5a6ef95ae5faeb8f5b0c7ef4061a23adff57b",
        "valid": "825cd1a3d59b1c0458cd5399eceb11d87409e41834adb5a9467c715982eb2969",
      }
    `);
    expect(train.ids.length).toMatchInlineSnapshot(`200016`);
    expect(train.vocabulary.words.length).toMatchInlineSnapshot(`995`);
    expect(texts.train.split("\n").slice(0, 3)).toMatchInlineSnapshot(`
      [
        " you and the philanthropists once gave presents yesterday ",
        " the donors already gave alms formerly ",
        " philanthropists like john never gave presents recently ",
      ]
    `);
  });

  test("refuses a size that is none", () => {
    expect(() => bundledCorpus(randomFromSeed(1), { tokens: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: bundledCorpus: tokens is 0; it must be a positive whole number]`,
    );
    expect(() => bundledCorpus(randomFromSeed(1), { tokens: 1.5 })).toThrow("tokens is 1.5");
  });
});

describe("bundledAnalogies()", () => {
  test("asks the book's four, then for every pair of pairs", () => {
    const [book, ...planted] = bundledAnalogies();
    expect(book.questions.map((question) => question.join(" "))).toEqual([
      "king man queen woman",
      "take took go went",
      "car cars child children",
      "good better bad worse",
    ]);
    for (const [index, { name, questions }] of planted.entries()) {
      const pairs = relationPairs(relations[index]);
      expect(name).toBe(relations[index].name);
      expect(new Set(questions.map((question) => question.join(" "))).size).toBe(pairs.length * (pairs.length - 1));
      for (const [a, b, c, d] of questions) {
        expect(pairs).toContainEqual([a, b]);
        expect(pairs).toContainEqual([c, d]);
        expect(a).not.toBe(c);
      }
    }
  });

  test("plants both words of a pair about equally often, and often", () => {
    for (const pair of relations.flatMap(relationPairs)) {
      const [first, second] = pair.map(countOf);
      expect(Math.min(first, second), pair.join(" and ")).toBeGreaterThan(80);
      expect(Math.max(first, second) / Math.min(first, second), pair.join(" and ")).toBeLessThan(1.1);
    }
  });

  test("are about words that no scene but those of their relation uses", () => {
    for (const relation of relations) {
      const own = new Set(relationScenes(relation).map(({ templates }) => templates));
      const foreign = worldScenes().filter(({ templates }) => !own.has(templates));
      const used = new Set(
        [
          ...foreign.flatMap(({ templates, casts }) => [
            ...templates,
            ...casts.flatMap((cast) => Object.values(cast).flat()),
          ]),
        ]
          .concat(Object.values(plainWords))
          .flatMap((phrase) => phrase.replaceAll(/\{\w+\}/g, "").split(/\s+/)),
      );
      expect(
        relationPairs(relation)
          .flat()
          .filter((word) => used.has(word)),
      ).toEqual([]);
    }
  });

  test.each([1, 2, 3])("are answered by the counts of what is near what alone, seed %i", (seed) => {
    const corpus = seed === 1 ? train : corpusFromText(bundledCorpus(randomFromSeed(seed)).train);
    const answers = bundledAnalogies().flatMap(({ questions }) => questions);
    const right = answersFromCounts(corpus, answers).filter((isRight) => isRight).length;
    expect(right / answers.length).toBeGreaterThan(0.99);
  });
});

describe("bundledNeighbours()", () => {
  test("knows the book's four words, a day and a month", () => {
    expect(bundledNeighbours().map(({ word }) => word)).toEqual(["you", "year", "car", "toyota", "monday", "january"]);
    expect(bundledNeighbours()[2].neighbours).toEqual(["auto", "truck", "vehicle", "van"]);
  });

  test("names words of the corpus, and never the word itself", () => {
    for (const { word, neighbours } of bundledNeighbours()) {
      expect(neighbours).not.toContain(word);
      for (const neighbour of [word, ...neighbours]) expect(countOf(neighbour), neighbour).toBeGreaterThan(40);
    }
  });
});

/**
 * Whether `b − a + c` is nearest to d, where a word is its positive pointwise mutual information with the words within
 * five of it: what CBOW approximates, without any training.
 */
function answersFromCounts(
  { ids, vocabulary: { counts, idOf } }: Corpus,
  questions: readonly (readonly [string, string, string, string])[],
): boolean[] {
  const V = counts.length;
  const near = new Float64Array(V * V);
  for (let p = 0; p < ids.length; p++) {
    for (let q = p + 1; q <= p + 5 && q < ids.length; q++) {
      near[ids[p] * V + ids[q]]++;
      near[ids[q] * V + ids[p]]++;
    }
  }
  const rows = Array.from(counts, (count, v) => {
    const expected = (10 * count) / ids.length;
    return unit(near.subarray(v * V, (v + 1) * V).map((n, w) => Math.max(0, Math.log(n / (expected * counts[w])))));
  });
  return questions.map((question) => {
    const [a, b, c, d] = question.map((word) => idOf.get(word) ?? -1);
    const query = rows[b].map((x, i) => x - rows[a][i] + rows[c][i]);
    const closeness = rows.map((row, v) => (v === a || v === b || v === c ? -1 : dot(row, query)));
    return closeness.indexOf(Math.max(...closeness)) === d;
  });
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((x) => x / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
