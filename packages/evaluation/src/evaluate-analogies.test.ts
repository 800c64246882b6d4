import { readFileSync } from "node:fs";
import { join } from "node:path";
import { analogy, type WordVectors, wordVectors } from "@wordloom/vectors";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateAnalogies } from "./evaluate-analogies.js";
import { type AnalogySection, parseAnalogies } from "./parse-analogies.js";

// Axes: royal, female, child. Each answer is exact, so that every count can be made by hand.
const family = wordVectors(
  ["man", "woman", "king", "queen", "boy", "girl", "zero"],
  Float32Array.of(1, 0, 0, 1, 1, 0, 1, 0, 4, 1, 1, 4, 1, 0, -4, 1, 1, -4, 0, 0, 0),
);

/** A table and questions that Python can make as well: `x[i][d] = (i + 1)(d + 2)(i + d + 3) mod 101 − 50`. */
function thirtyWords(): WordVectors {
  const words = Array.from({ length: 30 }, (_, i) => (i === 20 ? "W3" : i === 25 ? "W7" : `w${i}`));
  const number = (i: number, d: number) => (((i + 1) * (d + 2) * (i + d + 3)) % 101) - 50;
  return wordVectors(
    words,
    Float32Array.from({ length: 150 }, (_, at) => number(Math.floor(at / 5), at % 5)),
  );
}

function questions(): AnalogySection[] {
  const grid = Array.from({ length: 225 }, (_, at) => ({ i: Math.floor(at / 15), j: at % 15 }));
  return [
    { name: "family", questions: grid.map(({ i, j }) => [`w${i}`, `w${i + 1}`, `w${j}`, `w${(i * j + j) % 32}`]) },
    { name: "gram1", questions: grid.map(({ i, j }) => [`W${i}`, `w${i + 2}`, `w${j}`, `w${(i + 3 * j) % 32}`]) },
  ];
}

describe("evaluateAnalogies(vectors, sections)", () => {
  test("counts what is right, what was asked, and what was not", () => {
    const sections = parseAnalogies(`: royal
man woman king queen
man king woman queen
man woman king girl
man woman prince princess
: gram1-young
man boy woman girl
: nobody
prince princess duke duchess
`);
    expect(evaluateAnalogies(family, sections)).toEqual({
      total: { correct: 3, asked: 4, questions: 6, accuracy: 3 / 4 },
      semantic: { correct: 2, asked: 3, questions: 5, accuracy: 2 / 3 },
      syntactic: { correct: 1, asked: 1, questions: 1, accuracy: 1 },
      sections: [
        { name: "royal", correct: 2, asked: 3, questions: 4, accuracy: 2 / 3 },
        { name: "gram1-young", correct: 1, asked: 1, questions: 1, accuracy: 1 },
        { name: "nobody", correct: 0, asked: 0, questions: 1, accuracy: null },
      ],
      coverage: 4 / 6,
    });
  });

  test("has no semantic and syntactic totals where sections are of one kind", () => {
    const { semantic, syntactic } = evaluateAnalogies(family, parseAnalogies(": x\nman woman king queen\n"));
    expect([semantic, syntactic]).toEqual([null, null]);
  });

  test("lets capitals not matter, unless they do", () => {
    const sections = parseAnalogies(": x\nMan Woman KING Queen\n");
    expect(evaluateAnalogies(family, sections).total.correct).toBe(1);
    expect(evaluateAnalogies(family, sections, { caseFold: false }).total.asked).toBe(0);
  });

  test("takes no word of the question for an answer, in whatever capitals", () => {
    // King is nearest to the sum, then queen.
    const vectors = wordVectors(
      ["man", "woman", "king", "King", "queen"],
      Float32Array.of(1, 0, 1, 0.1, 0, 5, 0.02, 5, 1, 5),
    );
    const sections = parseAnalogies(": x\nman woman king queen\n");
    expect(evaluateAnalogies(vectors, sections).total.correct).toBe(1);
    expect(evaluateAnalogies(vectors, sections, { caseFold: false }).total.correct).toBe(0);
  });

  test("looks at the first `restrict` rows only, for questions and answers", () => {
    const sections = parseAnalogies(": x\nman woman king queen\nman woman boy girl\n");
    expect(evaluateAnalogies(family, sections, { restrict: 4 }).total).toMatchObject({ correct: 1, asked: 1 });
    expect(evaluateAnalogies(family, sections, { restrict: 99 }).total).toMatchObject({ correct: 2, asked: 2 });
    expect(() => evaluateAnalogies(family, sections, { restrict: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: evaluateAnalogies: restrict is 0; it must be a whole number, at least 1]`,
    );
  });

  test("stands zero vectors", () => {
    // unit(man) − 0 + 0 is nearest to woman; the second question expects one of its own words.
    const { total } = evaluateAnalogies(family, parseAnalogies(": x\nzero man zero woman\nman zero king zero\n"));
    expect(total).toMatchObject({ asked: 2, correct: 1 });
  });

  test("takes __proto__ for a word", () => {
    const vectors = wordVectors(["__proto__", "constructor", "a"], Float32Array.of(1, 0, 0, 1, 1, 1));
    const sections = parseAnalogies(": __proto__\n__proto__ constructor __proto__ a\ntoString a a a\n");
    expect(evaluateAnalogies(vectors, sections).sections).toEqual([
      { name: "__proto__", correct: 1, asked: 1, questions: 2, accuracy: 1 },
    ]);
  });

  // gensim 4.2.0, `evaluate_word_analogies` with the same table and questions.
  test.each([
    [{}, [15, 203], [8, 203]],
    [{ caseFold: false }, [11, 203], [2, 27]],
    [{ restrict: 18 }, [9, 146], [10, 143]],
  ])("agrees with gensim, %j", (options, family, gram) => {
    const { sections } = evaluateAnalogies(thirtyWords(), questions(), options);
    expect(sections.map(({ correct, asked }) => [correct, asked])).toEqual([family, gram]);
  });

  test("answers as `analogy` does, over many blocks of candidates", () => {
    const table = fc.record({ seed: fc.nat(), V: fc.integer({ min: 4, max: 700 }), D: fc.integer({ min: 2, max: 9 }) });
    fc.assert(
      fc.property(table, ({ seed, V, D }) => {
        const words = Array.from({ length: V }, (_, row) => `w${row}`);
        const vectors = wordVectors(
          words,
          Float32Array.from({ length: V * D }, (_, i) => Math.sin(seed + i * i)),
        );
        const sections = Array.from({ length: 20 }, (_, i) => {
          const [a, b, c] = [3, 7, 8].map((step) => words[(seed + i * step + (i % step)) % V]);
          const [answer] = analogy(vectors, a, b, c, { top: 1 });
          return { name: `${i}`, questions: [[a, b, c, answer.word] as const] };
        });
        expect(evaluateAnalogies(vectors, sections).total.correct).toBe(20);
      }),
    );
  });

  const data = process.env.WORDLOOM_DATA;
  test.skipIf(data === undefined)(
    "covers 4,716 of Google's questions with the words of PTB (needs WORDLOOM_DATA)",
    () => {
      const text = readFileSync(join(data ?? "", "ptb/ptb.train.txt"), "utf8").replaceAll("\n", " <eos> ");
      const words = [...new Set(text.split(" ").filter((word) => word !== ""))];
      const vectors = wordVectors(
        words,
        Float32Array.from({ length: words.length * 100 }, (_, i) => Math.sin(i * i)),
      );
      const sections = parseAnalogies(readFileSync(join(data ?? "", "questions-words.txt"), "utf8"));
      const { total, coverage } = evaluateAnalogies(vectors, sections);
      expect(words).toHaveLength(10_000);
      expect(total).toMatchObject({ asked: 4_716, questions: 19_544 });
      expect(coverage).toBeCloseTo(0.2413, 4);
    },
  );
});
