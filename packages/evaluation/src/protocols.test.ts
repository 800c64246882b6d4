import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeVectors } from "@wordloom/vectors";
import { describe, expect, test } from "vitest";
import { parseWordPairs } from "./parse/pairs/parse-word-pairs.js";
import { type AnalogySection, parseAnalogies } from "./parse/parse-analogies.js";
import { parseBatsCategory } from "./parse/parse-bats-category.js";
import { computeAccuracyText } from "./score/compute-accuracy-text.js";
import { type AnalogyEvaluationOptions, evaluateAnalogies } from "./score/evaluate-analogies.js";
import { evaluateBats } from "./score/evaluate-bats.js";
import { evaluateWordPairs, type WordPairEvaluationOptions } from "./score/evaluate-word-pairs.js";

// What other programs made of the same vectors and test sets: fixtures/README.md.
const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", name));
const text = (name: string) => fixture(name).toString("utf8");
const vectors = decodeVectors(fixture("vectors.bin"));
const sections = parseAnalogies(text("questions.txt"));
const expected: Expected = JSON.parse(text("expected.json"));

interface Expected {
  readonly analogies: readonly {
    readonly score: number;
    readonly sections: readonly (readonly [name: string, correct: number, incorrect: number])[];
    readonly printed: readonly string[];
  }[];
  readonly pairs: readonly {
    readonly pearson: number;
    readonly pearsonP: number;
    readonly spearman: number;
    readonly spearmanP: number;
    readonly oov: number;
    readonly printed: readonly string[];
  }[];
  readonly cosmul: readonly string[];
  readonly levyGoldberg: readonly string[];
  readonly bats: Readonly<Record<string, Readonly<Record<"3CosAdd" | "3CosMul" | "3CosAvg", readonly number[]>>>>;
}

describe("the protocol gensim", () => {
  test.each<[string, AnalogyEvaluationOptions, Expected["analogies"][number]]>([
    ["as it is", {}, expected.analogies[0]],
    ["restrict_vocab=100", { restrict: 100 }, expected.analogies[1]],
    ["case_insensitive=False", { caseFold: false }, expected.analogies[2]],
    ["dummy4unknown=True", { unknown: "wrong" }, expected.analogies[3]],
  ])("counts what evaluate_word_analogies counts, %s", (_, options, { score, sections: counts, printed }) => {
    const { total, sections: scores, coverage } = evaluateAnalogies(vectors, sections, options);
    const lists = [...scores, { name: "Total accuracy", ...total }];
    expect(lists.map(({ name, correct, asked }) => [name, correct, asked - correct])).toEqual(counts);
    expect(total.accuracy).toBe(score);
    expect([
      `Quadruplets with out-of-vocabulary words: ${(100 * (1 - coverage)).toFixed(1)}%`,
      `Total accuracy: ${(100 * (total.accuracy ?? 0)).toFixed(1)}% (${total.correct}/${total.asked})`,
    ]).toEqual(printed);
  });

  test("takes the last of five neighbours where all are words of the question, as gensim does", () => {
    const twins = sections.filter(({ name }) => name === "gram3-twins");
    const { answers = [] } = evaluateAnalogies(vectors, twins, { listAnswers: true });
    // gensim's own list. The nearest of the first and fourth are King, KING, and so on, where king was asked about.
    expect(answers[0].map(({ question, isRight }) => [question.join(" "), isRight])).toEqual([
      ["king man woman KING", true],
      ["king man woman man", false],
      ["man woman king queen", false],
      ["woman king man king", true],
      ["a0x1 b0x1 king man", true],
      ["a0x0 b0x0 a0x1 b0x1", true],
    ]);
  });

  test.each<[string, WordPairEvaluationOptions, Expected["pairs"][number]]>([
    ["as it is", {}, expected.pairs[0]],
    ["restrict_vocab=100", { restrict: 100 }, expected.pairs[1]],
    ["case_insensitive=False", { caseFold: false }, expected.pairs[2]],
    ["dummy4unknown=True", { unknown: "zero" }, expected.pairs[3]],
  ])("correlates as evaluate_word_pairs does, %s", (_, options, golden) => {
    const result = evaluateWordPairs(vectors, parseWordPairs(text("pairs.tsv")), options);
    // gensim's cosines are of 32 bits.
    expect(result.pearson).toBeCloseTo(golden.pearson, 7);
    expect(result.spearman).toBeCloseTo(golden.spearman, 7);
    expect(result.pearsonP).toBeCloseTo(golden.pearsonP, 6);
    expect(result.spearmanP).toBeCloseTo(golden.spearmanP, 6);
    expect(100 * (1 - result.coverage)).toBeCloseTo(golden.oov, 10);
    expect([
      `Pearson correlation coefficient against pairs.tsv: ${result.pearson?.toFixed(4)}`,
      `Spearman rank-order correlation coefficient against pairs.tsv: ${result.spearman?.toFixed(4)}`,
      `Pairs with unknown words ratio: ${(100 * (1 - result.coverage)).toFixed(1)}%`,
    ]).toEqual(golden.printed);
  });
});

describe("the protocol word2vec.c", () => {
  test.each([
    ["0", {}],
    ["100", { restrict: 100 }],
  ])("prints what compute-accuracy prints, threshold %s", (threshold, options) => {
    const evaluation = evaluateAnalogies(vectors, sections, { protocol: "word2vec.c", ...options });
    expect(computeAccuracyText(evaluation)).toBe(text(`compute-accuracy-${threshold}.txt`));
  });
});

describe("the protocol 3CosMul", () => {
  const isKnown = (question: readonly string[]) => question.every((word) => vectors.idOf.has(word));
  const known: AnalogySection = {
    name: "known",
    questions: sections.flatMap(({ questions }) => questions).filter(isKnown),
  };
  const answersTo = (epsilon?: number) => {
    const options = { protocol: "3CosMul", caseFold: false, listAnswers: true } as const;
    const { answers = [] } = evaluateAnalogies(vectors, [known], epsilon ? { ...options, epsilon } : options);
    return answers.flat().map(({ answer }) => answer);
  };

  test("answers as Levy and Goldberg's equation does", () => {
    expect(answersTo()).toEqual(expected.levyGoldberg);
  });

  test("answers as gensim's most_similar_cosmul does, with its epsilon", () => {
    expect(answersTo(1e-6)).toEqual(expected.cosmul);
  });
});

describe("evaluateBats", () => {
  test.each(["3CosAdd", "3CosMul", "3CosAvg"] as const)("scores as a checker of vecto's rules does, %s", (method) => {
    const names = Object.keys(expected.bats);
    const categories = names.map((name) => parseBatsCategory(text(`bats/${name}.txt`), name));
    const { sections } = evaluateBats(vectors, categories, { method, caseFold: false });
    expect(sections.map(({ correct, asked }) => [correct, asked])).toEqual(
      names.map((name) => expected.bats[name][method]),
    );
  });
});
