import { wordVectors } from "@wordloom/vectors";
import { describe, expect, test } from "vitest";
import { conversionLoss } from "./conversion-loss.js";

const words = ["a", "b", "c"];
const before = wordVectors(words, Float32Array.of(3, 4, 0, 2, 1, 0), { counts: [5, 2, 1] });

describe("conversionLoss(before, after)", () => {
  test("finds nothing lost where every bit came back", () => {
    const loss = conversionLoss(before, wordVectors(words, before.data.slice(), { counts: [5, 2, 1] }));
    expect(loss).toMatchObject({ isExact: true, move: { mean: 0, most: 0 }, agreement: { words: 3, overlap: 1 } });
  });

  test("measures how far rows moved, as a share of their length", () => {
    // a by 1 of 5, b by 1 of 2, c not at all.
    const { isExact, move, agreement } = conversionLoss(before, wordVectors(words, Float32Array.of(3, 5, 1, 2, 1, 0)));
    expect(isExact).toBe(false);
    expect(move.mean).toBeCloseTo((0.2 + 0.5) / 3, 12);
    expect(move.most).toBe(0.5);
    expect(agreement.cosine.least).toBeCloseTo(2 / Math.sqrt(5), 6);
  });

  test("takes a lost sign of zero for a loss, and other counts", () => {
    const minus = wordVectors(words, Float32Array.of(3, 4, -0, 2, 1, 0));
    expect(conversionLoss(before, minus)).toMatchObject({ isExact: false, move: { most: 0 } });
    const counts = wordVectors(words, before.data.slice(), { counts: [5, 2, 2] });
    expect(conversionLoss(before, counts).isExact).toBe(false);
  });

  test("takes no counts for no loss: most formats have no place for them", () => {
    expect(conversionLoss(before, wordVectors(words, before.data.slice())).isExact).toBe(true);
  });

  test("calls the way of a zero vector to another infinite", () => {
    const zero = wordVectors(["a"], Float32Array.of(0, 0));
    expect(conversionLoss(zero, wordVectors(["a"], Float32Array.of(0, 1))).move.most).toBe(Infinity);
  });
});
