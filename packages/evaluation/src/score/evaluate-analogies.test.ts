import { readFileSync } from "node:fs";
import { join } from "node:path";
import { randomFromSeed } from "@wordloom/random";
import { analogy, type WordVectors, wordVectors } from "@wordloom/vectors";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AnalogySection, parseAnalogies } from "../parse/parse-analogies.js";
import { evaluateAnalogies } from "./evaluate-analogies.js";

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
    const score = (correct: number, asked: number, questions: number) => {
      const accuracy = asked === 0 ? null : correct / asked;
      return { correct, asked, known: asked, questions, accuracy, interval: null };
    };
    expect(evaluateAnalogies(family, sections)).toEqual({
      protocol: "gensim",
      rows: 7,
      unknown: "skip",
      total: score(3, 4, 6),
      semantic: score(2, 3, 5),
      syntactic: score(1, 1, 1),
      groups: [],
      sections: [
        { name: "royal", ...score(2, 3, 4) },
        { name: "gram1-young", ...score(1, 1, 1) },
        { name: "nobody", ...score(0, 0, 1) },
      ],
      coverage: 4 / 6,
      unknownWords: ["prince", "princess", "duke", "duchess"],
      bootstrap: null,
    });
  });

  test("counts a question with an unknown word as wrong, where told to", () => {
    const sections = parseAnalogies(": x\nman woman king queen\nman woman king princess\nduke duchess king queen\n");
    const { total, coverage, unknown } = evaluateAnalogies(family, sections, { unknown: "wrong" });
    expect(total).toMatchObject({ correct: 1, asked: 3, known: 1, questions: 3, accuracy: 1 / 3 });
    expect([coverage, unknown]).toEqual([1 / 3, "wrong"]);
  });

  test("takes the kind of a section where the test set says it", () => {
    const [x, y] = parseAnalogies(": x\nman woman king queen\n: y\nman king woman queen\nman woman king girl\n");
    const { semantic, syntactic } = evaluateAnalogies(family, [x, { ...y, kind: "syntactic" }]);
    expect(semantic).toBe(null);
    expect(syntactic).toMatchObject({ correct: 1, asked: 2 });
  });

  test("lists questions and answers where asked to", () => {
    const sections = parseAnalogies(": x\nMan woman king QUEEN\nman woman king girl\nman woman king princess\n");
    expect(evaluateAnalogies(family, sections, { listAnswers: true }).answers).toEqual([
      [
        { question: ["Man", "woman", "king", "QUEEN"], answer: "queen", isKnown: true, isRight: true },
        { question: ["man", "woman", "king", "girl"], answer: "queen", isKnown: true, isRight: false },
        { question: ["man", "woman", "king", "princess"], answer: null, isKnown: false, isRight: false },
      ],
    ]);
  });

  test("gives intervals by section, by part and in total, of resamples drawn from the generator", () => {
    const options = { random: randomFromSeed(1), resamples: 500, confidence: 0.9 };
    const evaluation = evaluateAnalogies(thirtyWords(), questions(), options);
    const { total, semantic, syntactic, sections, bootstrap } = evaluation;
    expect(bootstrap).toEqual({ resamples: 500, confidence: 0.9, unit: "pairs" });
    for (const { accuracy, interval } of [total, semantic, syntactic, ...sections].filter((score) => score !== null)) {
      expect(interval?.low).toBeLessThan(accuracy ?? 0);
      expect(interval?.high).toBeGreaterThan(accuracy ?? 1);
    }
    expect(evaluateAnalogies(thirtyWords(), questions(), options)).toEqual(evaluation);
    const other = evaluateAnalogies(thirtyWords(), questions(), { ...options, random: randomFromSeed(2) });
    expect(other.total.interval).not.toEqual(total.interval);
    const wide = evaluateAnalogies(thirtyWords(), questions(), { ...options, confidence: 0.99 });
    expect(wide.total.interval?.low).toBeLessThan(total.interval?.low ?? 0);
    const byQuestion = evaluateAnalogies(thirtyWords(), questions(), { ...options, unit: "questions" });
    expect(byQuestion.bootstrap?.unit).toBe("questions");
    // 406 questions, 23 right: √(p (1 − p) / n) is 0.0115, and 1.645 of that to either side 0.038.
    const { low, high } = byQuestion.total.interval ?? { low: 0, high: 0 };
    expect(high - low).toBeCloseTo(0.038, 2);
  });

  test("gives the exact interval where all is right, or all wrong, with no more observations than pairs", () => {
    const sections = parseAnalogies(": x\nman woman king queen\nman king woman queen\n: y\nman woman king girl\n");
    const { total, sections: scores } = evaluateAnalogies(family, sections, { random: randomFromSeed(1) });
    expect(scores.map(({ interval }) => interval)).toEqual([
      { low: expect.closeTo(Math.sqrt(0.025), 12), high: 1 },
      { low: 0, high: 0.975 },
    ]);
    expect(total.interval).not.toBe(null);
    // Three pairs, each with each other: six questions, which are three observations.
    // What is expected is a word of the question, so never an answer.
    const pairs = ["man king", "woman king", "girl king"];
    const questions = pairs.flatMap((one) =>
      pairs.filter((other) => other !== one).map((other) => `${one} ${other}\n`),
    );
    const crossed = parseAnalogies(`: x\n${questions.join("")}`);
    const of = (unit: "pairs" | "questions") =>
      evaluateAnalogies(family, crossed, { random: randomFromSeed(1), unit }).total;
    expect(of("pairs")).toMatchObject({
      correct: 0,
      asked: 6,
      interval: { low: 0, high: expect.closeTo(1 - 0.025 ** (1 / 3), 12) },
    });
    expect(of("questions").interval).toEqual({ low: 0, high: expect.closeTo(1 - 0.025 ** (1 / 6), 12) });
  });

  test("covers nothing of nothing", () => {
    const { total, coverage } = evaluateAnalogies(family, [], { random: randomFromSeed(1) });
    expect({ total, coverage }).toEqual({
      total: { correct: 0, asked: 0, known: 0, questions: 0, accuracy: null, interval: null },
      coverage: 0,
    });
  });

  test("survives JSON", () => {
    const options = { random: randomFromSeed(1), listAnswers: true };
    const evaluation = evaluateAnalogies(thirtyWords(), questions(), options);
    expect(JSON.parse(JSON.stringify(evaluation))).toEqual(evaluation);
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

  test("looks at 300,000 rows by gensim's rules, at all by others'", () => {
    const words = Array.from({ length: 300_001 }, (_, row) => `w${row}`);
    const vectors = wordVectors(words, new Float32Array(300_001).fill(1));
    const sections = parseAnalogies(": x\nw0 w1 w2 w300000\n");
    const rows = (protocol: "gensim" | "word2vec.c" | "3CosAdd" | "3CosMul") => {
      const { rows, total } = evaluateAnalogies(vectors, sections, { protocol });
      return [rows, total.asked];
    };
    expect(rows("gensim")).toEqual([300_000, 0]);
    for (const protocol of ["word2vec.c", "3CosAdd", "3CosMul"] as const) expect(rows(protocol)).toEqual([300_001, 1]);
  });

  test("looks no further than five neighbours, as gensim, where all are words of the question", () => {
    // gensim 4.2.0 answers queen for four twins of king, and takes the fifth twin for the answer where there are five.
    const score = (twins: readonly string[], protocol: "gensim" | "3CosAdd") => {
      const rows = [
        [1, 0, 0],
        [1, 1, 0],
        [1, 0, 4],
        ...twins.map((_, i) => [1 + (i + 1) / 9, 0.2, 4]),
        [0, 1, 0],
        [-1, 0, 0],
      ];
      const vectors = wordVectors(["man", "woman", "king", ...twins, "queen", "x"], Float32Array.from(rows.flat()));
      return evaluateAnalogies(vectors, parseAnalogies(": x\nman woman king queen\n"), { protocol }).total.correct;
    };
    const twins = ["King", "KING", "kING", "kiNG", "kinG"];
    expect([score(twins.slice(1), "gensim"), score(twins, "gensim"), score(twins, "3CosAdd")]).toEqual([1, 0, 1]);
  });

  test("looks at the first `restrict` rows only, for questions and answers", () => {
    const sections = parseAnalogies(": x\nman woman king queen\nman woman boy girl\n");
    expect(evaluateAnalogies(family, sections, { restrict: 4 }).total).toMatchObject({ correct: 1, asked: 1 });
    expect(evaluateAnalogies(family, sections, { restrict: 99 }).total).toMatchObject({ correct: 2, asked: 2 });
    expect(evaluateAnalogies(family, sections).rows).toBe(7);
    expect(() => evaluateAnalogies(family, sections, { restrict: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: evaluateAnalogies: restrict is 0; it must be a whole number, at least 1]`,
    );
  });

  test("gives a row of zeros no part: it is no answer, and a question with one is answered wrong", () => {
    const sections = parseAnalogies(": x\nzero man zero woman\nman zero king zero\nman woman king zero\n");
    const { total, answers } = evaluateAnalogies(family, sections, { listAnswers: true });
    expect(total).toMatchObject({ asked: 3, correct: 0 });
    expect(answers?.flat().map(({ answer }) => answer)).toEqual([null, null, "queen"]);
  });

  test("takes __proto__ for a word", () => {
    const vectors = wordVectors(["__proto__", "constructor", "a"], Float32Array.of(1, 0, 0, 1, 1, 1));
    const sections = parseAnalogies(": __proto__\n__proto__ constructor __proto__ a\ntoString a a a\n");
    expect(evaluateAnalogies(vectors, sections).sections).toEqual([
      { name: "__proto__", correct: 1, asked: 1, known: 1, questions: 2, accuracy: 1, interval: null },
    ]);
  });

  // gensim 4.2.0, `evaluate_word_analogies` with the same table and questions.
  test.each([
    [{}, [15, 203], [8, 203]],
    [{ caseFold: false }, [11, 203], [2, 27]],
    [{ restrict: 18 }, [9, 146], [10, 143]],
    [{ unknown: "wrong" as const }, [15, 225], [8, 225]],
  ])("agrees with gensim, %j", (options, family, gram) => {
    const { sections } = evaluateAnalogies(thirtyWords(), questions(), options);
    expect(sections.map(({ correct, asked }) => [correct, asked])).toEqual([family, gram]);
  });

  test("takes an answer of negative score, which word2vec.c does not", () => {
    const vectors = wordVectors(["a", "b", "c", "d"], Float32Array.of(1, 0, 0, 1, 1, 1, -1, -2));
    const sections = parseAnalogies(": x\nb a c d\n");
    expect(evaluateAnalogies(vectors, sections).total.correct).toBe(1);
    expect(evaluateAnalogies(vectors, sections, { protocol: "word2vec.c" }).total).toMatchObject({
      correct: 0,
      asked: 1,
    });
  });

  test("takes the first five sections for semantic, by word2vec.c's rules", () => {
    const text = [1, 2, 3, 4, 5, 6].map((i) => `: gram${i}\nman woman king ${i % 2 ? "queen" : "girl"}\n`).join("");
    const { semantic, syntactic } = evaluateAnalogies(family, parseAnalogies(text), { protocol: "word2vec.c" });
    expect(semantic).toMatchObject({ correct: 3, asked: 5 });
    expect(syntactic).toMatchObject({ correct: 0, asked: 1 });
  });

  test("knows capitals outside ASCII, unless it is to score as word2vec.c", () => {
    const vectors = wordVectors(["a", "b", "é", "straße"], Float32Array.of(1, 0, 1, 1, 3, 0, 3, 3));
    const sections = parseAnalogies(": x\nA B É STRASSE\nA B é straße\n");
    expect(evaluateAnalogies(vectors, sections).total).toMatchObject({ correct: 2, asked: 2 });
    const { total } = evaluateAnalogies(vectors, sections, { protocol: "word2vec.c" });
    expect(total).toMatchObject({ correct: 1, asked: 1, questions: 2 });
  });

  test("multiplies, by 3CosMul", () => {
    // Cosines with a, b, c: x 0, 0.7, 0.7, y −0.6, 0.6, 0.15. Sums: 1.4 and 1.35.
    // Shifted: x 0.5, 0.85, 0.85, y 0.2, 0.8, 0.575. Products: 0.7225 / 0.501 = 1.44 and 0.46 / 0.201 = 2.29.
    const x = [0, 0.7, 0.7, Math.sqrt(1 - 0.98)];
    const y = [-0.6, 0.6, 0.15, Math.sqrt(1 - 0.7425)];
    const rows = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], x, y];
    const vectors = wordVectors(["a", "b", "c", "x", "y"], Float32Array.from(rows.flat()));
    const sections = parseAnalogies(": x\na b c x\n");
    expect(evaluateAnalogies(vectors, sections, { protocol: "3CosAdd" }).total.correct).toBe(1);
    expect(evaluateAnalogies(vectors, sections, { protocol: "3CosMul" }).total.correct).toBe(0);
  });

  test("refuses protocols and numbers that are none", () => {
    const sections = parseAnalogies(": x\nman woman king queen\n");
    const evaluate = (options: object) => () => evaluateAnalogies(family, sections, options);
    expect(evaluate({ protocol: "glove" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: evaluateAnalogies: protocol is "glove"; it must be one of gensim, word2vec.c, 3CosAdd, 3CosMul]`,
    );
    expect(evaluate({ protocol: "constructor" })).toThrow('protocol is "constructor"');
    expect(evaluate({ protocol: "3CosMul", epsilon: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: evaluateAnalogies: epsilon is 0; it must be in (0, 1]]`,
    );
    expect(evaluate({ restrict: Number.POSITIVE_INFINITY, protocol: "gensim" })).toThrow("restrict is Infinity");
    expect(evaluate({ unknown: "zero" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: evaluateAnalogies: unknown is "zero"; it must be one of skip, wrong]`,
    );
    expect(evaluate({ unit: "words" })).toThrow(
      'evaluateAnalogies: unit is "words"; it must be one of pairs, questions',
    );
    expect(evaluate({ random: randomFromSeed(1), resamples: 0 })).toThrow("evaluateAnalogies: resamples is 0");
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
