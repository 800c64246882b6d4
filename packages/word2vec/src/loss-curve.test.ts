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

  test("has no two points at one word", () => {
    const { due, add } = lossCurve(3);
    add(1, 1);
    expect(due()).toBe(2);
  });
});
