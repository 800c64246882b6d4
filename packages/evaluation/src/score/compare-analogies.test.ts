import { randomFromSeed } from "@wordloom/random";
import { wordVectors } from "@wordloom/vectors";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAnalogies } from "../parse/parse-analogies.js";
import { parseBatsCategory } from "../parse/parse-bats-category.js";
import { compareAnalogies, compareBats } from "./compare-analogies.js";
import { evaluateAnalogies } from "./evaluate-analogies.js";

// Axes: royal, female, child.
const words = ["man", "woman", "king", "queen", "boy", "girl"];
const good = wordVectors(words, Float32Array.of(1, 0, 0, 1, 1, 0, 1, 0, 4, 1, 1, 4, 1, 0, -4, 1, 1, -4));
// Lass, who is no girl, is where queen should be.
const bad = wordVectors(
  ["man", "woman", "king", "queen", "boy", "lass"],
  Float32Array.of(1, 0, 0, 1, 1, 0, 1, 0, 4, 1, 0.4, 4, 1, 0, -4, 1, 1.2, 4),
);
const sections = parseAnalogies(`: royal
man woman king queen
man king woman queen
man woman boy girl
: gram1-back
woman man queen king
queen king woman man
prince king princess queen
`);
const random = randomFromSeed(1);

describe("compareAnalogies(a, b, sections, random)", () => {
  test("compares answers to the questions that both know", () => {
    const { total, semantic, syntactic, sections: parts, protocol } = compareAnalogies(good, bad, sections, random);
    expect(parts[0]).toMatchObject({ name: "royal", asked: 2, questions: 3, a: 1, b: 0, difference: 1, onlyA: 2 });
    expect(parts[1]).toMatchObject({ name: "gram1-back", asked: 2, questions: 3, a: 1, b: 1, onlyA: 0, onlyB: 0 });
    expect(total).toMatchObject({ asked: 4, questions: 6, a: 1, b: 0.5, difference: 0.5, onlyA: 2, onlyB: 0 });
    // Two of two: 2 · (1/2)².
    expect(total.p).toBeCloseTo(0.5, 12);
    expect([semantic?.asked, syntactic?.asked, protocol]).toEqual([2, 2, "gensim"]);
    // All two royal questions differ the same way.
    expect(parts[0].interval).toBe(null);
  });

  test("compares on all questions, where those with unknown words count as wrong", () => {
    const { total } = compareAnalogies(good, bad, sections, random, { unknown: "wrong" });
    expect(total).toMatchObject({ asked: 6, a: 5 / 6, b: 2 / 6, onlyA: 3, onlyB: 0 });
  });

  test("is turned round when A and B are", () => {
    const one = compareAnalogies(good, bad, sections, random).total;
    const other = compareAnalogies(bad, good, sections, random).total;
    expect(other).toEqual({
      ...one,
      a: one.b,
      b: one.a,
      difference: -(one.difference ?? 0),
      onlyA: one.onlyB,
      onlyB: one.onlyA,
      interval: {
        low: expect.closeTo(-(one.interval?.high ?? 0), 12),
        high: expect.closeTo(-(one.interval?.low ?? 0), 12),
      },
    });
  });

  test("is the difference of the evaluations where both know all words, and none with itself", () => {
    const seeds = fc.tuple(fc.nat(1000), fc.nat(1000));
    fc.assert(
      fc.property(seeds, ([seedA, seedB]) => {
        const names = Array.from({ length: 20 }, (_, row) => `w${row}`);
        const [a, b] = [seedA, seedB].map((seed) =>
          wordVectors(
            names,
            Float32Array.from({ length: 60 }, (_, i) => Math.sin(seed + i * i)),
          ),
        );
        const questions = Array.from({ length: 60 }, (_, q) =>
          [q, 3 * q + 1, 7 * q + 2, q * q].map((row) => `w${row % 20}`),
        ).map(([x, y, z, w]) => [x, y, z, w] as const);
        const test = [{ name: "x", questions }];
        const { total } = compareAnalogies(a, b, test, random, { resamples: 100 });
        expect(total.a).toBe(evaluateAnalogies(a, test).total.accuracy);
        expect(total.b).toBe(evaluateAnalogies(b, test).total.accuracy);
        expect(total.onlyA - total.onlyB).toBeCloseTo(60 * (total.difference ?? 0), 9);
        const itself = compareAnalogies(a, a, test, random, { resamples: 100 }).total;
        expect(itself).toMatchObject({ difference: 0, onlyA: 0, onlyB: 0, p: 1, interval: null });
      }),
      { numRuns: 30 },
    );
  });

  test("compares nothing where nothing is known to both", () => {
    const { total } = compareAnalogies(good, bad, parseAnalogies(": x\nman woman boy girl\n"), random);
    expect(total).toEqual({
      asked: 0,
      questions: 1,
      a: null,
      b: null,
      difference: null,
      interval: null,
      onlyA: 0,
      onlyB: 0,
      p: 1,
    });
  });

  test("says who refuses", () => {
    expect(() => compareAnalogies(good, bad, sections, random, { restrict: 0 })).toThrow("compareAnalogies: restrict");
    expect(() => compareAnalogies(good, bad, sections, random, { resamples: 5 })).toThrow(
      "compareAnalogies: resamples",
    );
  });
});

describe("compareBats(a, b, categories, random)", () => {
  test("compares by category, group and in total", () => {
    const category = parseBatsCategory("man\twoman\nking\tqueen\n", "E10 [male - female]");
    const { groups, sections, total, protocol } = compareBats(good, bad, [category], random, { method: "3CosAvg" });
    expect(total).toMatchObject({ asked: 2, a: 1, b: 0.5, onlyA: 1 });
    expect(sections).toEqual([{ name: "E10 [male - female]", ...total }]);
    expect(groups).toEqual([{ name: "Encyclopedic semantics", ...total }]);
    expect(protocol).toBe("BATS, 3CosAvg");
  });
});
