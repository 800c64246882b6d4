import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lossCurve } from "./loss-curve.js";

describe("lossCurve(totalWords)", () => {
  test("has the mean loss since the point before", () => {
    const { points, add } = lossCurve(1000);
    add(10, 40);
    add(40, 100);
    expect(points).toEqual([
      { words: 10, loss: 4 },
      { words: 40, loss: 2 },
    ]);
  });

  test("has its next point due at the next two-hundredth of the words", () => {
    const { due, add } = lossCurve(1000);
    expect(due()).toBe(5);
    add(10, 1);
    expect(due()).toBe(15);
    add(19, 2);
    expect(due()).toBe(20);
  });

  test("has its next point after the words that it was told, whatever their quotient is rounded to", () => {
    // 329,301 is 60 steps of 1,097,670 / 200 words, and their quotient 59.99….
    const { due, add } = lossCurve(1_097_670);
    add(329_301, 1);
    expect(due()).toBeGreaterThan(329_301);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 200 }), (totalWords, point) => {
        const words = Math.ceil((totalWords / 200) * point);
        const curve = lossCurve(totalWords);
        curve.add(words, 1);
        expect(curve.due()).toBeGreaterThan(words);
      }),
    );
  });

  test("has no two points at one word", () => {
    const { due, add } = lossCurve(3);
    add(1, 1);
    expect(due()).toBe(2);
  });
});
