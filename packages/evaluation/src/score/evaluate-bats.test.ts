import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { randomFromSeed } from "@wordloom/random";
import { wordVectors } from "@wordloom/vectors";
import { describe, expect, test } from "vitest";
import { parseBatsCategory } from "../parse/parse-bats-category.js";
import { evaluateBats } from "./evaluate-bats.js";

// Axes: one for each animal, and one for being young.
const words = ["cat", "dog", "cow", "kitten", "puppy", "calf", "pup", "table"];
const animals = [
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
  [1, 0, 0, 1],
  [0, 1, 0, 1],
  [0, 0, 1, 1],
  [0, 1, 0, 0.8],
  [0, 0, 0.5, 0],
];
const vectors = wordVectors(words, Float32Array.from(animals.flat()));
const young = (text: string) => parseBatsCategory(text, "E06 [animal - young]");

describe("evaluateBats(vectors, categories)", () => {
  test("asks each pair by the way of each other pair", () => {
    const { total, groups, semantic, syntactic, protocol, answers } = evaluateBats(
      vectors,
      [young("cat\tkitten\ndog\tpuppy\ncow\tcalf\n")],
      { listAnswers: true },
    );
    // The ways lead to (−0.3, 1, 0, 0.7) for the dog, nearer to pup, (0, 1, 0, 0.8), than to puppy, (0, 1, 0, 1).
    expect(answers?.[0].map(({ question, answer, isRight }) => [...question, answer, isRight])).toEqual([
      ["cat", "kitten", "dog", "puppy", "pup", false],
      ["cat", "kitten", "cow", "calf", "calf", true],
      ["dog", "puppy", "cat", "kitten", "kitten", true],
      ["dog", "puppy", "cow", "calf", "calf", true],
      ["cow", "calf", "cat", "kitten", "kitten", true],
      ["cow", "calf", "dog", "puppy", "pup", false],
    ]);
    expect(total).toMatchObject({ correct: 4, asked: 6, questions: 6 });
    expect(groups).toEqual([{ name: "Encyclopedic semantics", ...total }]);
    expect([semantic, syntactic, protocol]).toEqual([total, null, "BATS, 3CosAdd"]);
  });

  test("takes any of a word's answers for right", () => {
    const { total } = evaluateBats(vectors, [young("cat\tkitten\ndog\tpuppy/whelp/PUP\ncow\tcalf\n")]);
    expect(total).toMatchObject({ correct: 6, asked: 6 });
  });

  test("takes no answer of the pair that shows the way", () => {
    // The cat's answers are those of the dog, so that only pup is left to be right, and cow's way finds it.
    const text = "cat\tkitten/puppy\ndog\tpuppy/pup\n";
    const { answers } = evaluateBats(vectors, [young(text)], { listAnswers: true });
    expect(answers?.[0].map(({ answer, isRight }) => [answer, isRight])).toEqual([
      ["pup", true],
      ["kitten", true],
    ]);
    const shared = evaluateBats(vectors, [young("cat\tkitten/puppy/pup\ndog\tpuppy/pup\n")], { listAnswers: true });
    expect(shared.answers?.[0][0].isRight).toBe(false);
  });

  test("knows a pair by its word and its first answer", () => {
    const text = "cat\tkitten\ndog\twhelp/puppy\ncow\tcalf/heifer\nhorse\tfoal\n";
    const { total, coverage, unknownWords } = evaluateBats(vectors, [young(text)]);
    expect(total).toMatchObject({ asked: 2, known: 2, questions: 12 });
    expect([coverage, unknownWords]).toEqual([2 / 12, ["whelp", "horse", "foal"]]);
    const wrong = evaluateBats(vectors, [young(text)], { unknown: "wrong" });
    expect(wrong.total).toMatchObject({ correct: 2, asked: 12, known: 2 });
  });

  test("asks each pair once by the mean way of the others, by 3CosAvg", () => {
    const text = "cat\tkitten\ndog\tpuppy/pup\ncow\tcalf\nhorse\tfoal\n";
    const options = { method: "3CosAvg", listAnswers: true } as const;
    const { total, answers } = evaluateBats(vectors, [young(text)], options);
    expect(total).toMatchObject({ correct: 3, asked: 3, questions: 4 });
    expect(answers?.[0].map(({ question, answer }) => [...question, answer])).toEqual([
      ["cat", "kitten", "kitten"],
      ["dog", "puppy", "pup", "pup"],
      ["cow", "calf", "calf"],
      ["horse", "foal", null],
    ]);
    // One known pair has no other to show the way.
    expect(evaluateBats(vectors, [young("cat\tkitten\nhorse\tfoal\n")], options).total.asked).toBe(0);
  });

  test("finds the same by one way and by the mean of one way", () => {
    const text = "cat\tkitten\ndog\tpuppy/pup\n";
    const [one, mean] = (["3CosAdd", "3CosAvg"] as const).map((method) =>
      evaluateBats(vectors, [young(text)], { method, listAnswers: true }).answers?.[0].map(({ answer }) => answer),
    );
    expect(one?.toReversed()).toEqual(mean);
  });

  test("leaves a row of zeros out of the mean way", () => {
    const withZero = wordVectors(
      [...words, "ghost", "boo"],
      Float32Array.from([...animals.flat(), 0, 0, 0, 0, 1, 1, 1, 1]),
    );
    const text = "cat\tkitten\ncow\tcalf\nghost\tboo\n";
    const { total } = evaluateBats(withZero, [young(text)], { method: "3CosAvg" });
    expect(total).toMatchObject({ correct: 2, asked: 3 });
  });

  test("gives intervals by category, by group and in total", () => {
    const categories = ["E06", "L01", "L02"].map((name) =>
      parseBatsCategory("cat\tkitten\ndog\tpuppy\ncow\tcalf\n", name),
    );
    const { sections, groups, total, bootstrap } = evaluateBats(vectors, categories, { random: randomFromSeed(1) });
    expect(groups.map(({ name }) => name)).toEqual(["Encyclopedic semantics", "Lexicographic semantics"]);
    for (const { interval } of [...sections, ...groups, total]) expect(interval).not.toBe(null);
    expect(bootstrap).toEqual({ resamples: 2000, confidence: 0.95, unit: "pairs" });
  });

  test("refuses a method that there is not", () => {
    const evaluate = (options: object) => () => evaluateBats(vectors, [young("cat\tkitten\ndog\tpup\n")], options);
    expect(evaluate({ method: "LRCos" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: evaluateBats: method is "LRCos"; it must be one of 3CosAdd, 3CosMul, 3CosAvg]`,
    );
    expect(evaluate({ unknown: "drop" })).toThrow('evaluateBats: unknown is "drop"');
    expect(evaluate({ epsilon: -1 })).toThrow("evaluateBats: epsilon is -1");
    expect(evaluate({ restrict: 0 })).toThrow("evaluateBats: restrict is 0");
  });

  const data = process.env.WORDLOOM_DATA;
  test.skipIf(data === undefined)("covers 98,000 questions where all words are known (needs WORDLOOM_DATA)", () => {
    const files = globSync(join(data ?? "", "BATS_3.0/*/*.txt")).sort();
    const categories = files.map((file) => parseBatsCategory(readFileSync(file, "utf8"), basename(file, ".txt")));
    const all = new Set(categories.flatMap(({ pairs }) => pairs.flatMap(({ word, answers }) => [word, ...answers])));
    const random = wordVectors(
      [...all],
      Float32Array.from({ length: all.size * 5 }, (_, i) => Math.sin(i * i)),
    );
    const options = { restrict: all.size };
    expect(evaluateBats(random, categories, options).total).toMatchObject({ asked: 98_000, questions: 98_000 });
    const { total } = evaluateBats(random, categories, { ...options, method: "3CosAvg" });
    expect(total).toMatchObject({ asked: 2_000, questions: 2_000 });
  });
});
