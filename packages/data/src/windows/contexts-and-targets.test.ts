import { describe, expect, test } from "vitest";
import { contextsAndTargets } from "./contexts-and-targets.js";

// "You say goodbye and I say hello .", the corpus of the book's chapter 3, in its own ids.
const book = Int32Array.of(0, 1, 2, 3, 4, 1, 5, 6);

describe("contextsAndTargets(ids, window)", () => {
  test("gives the book's contexts and targets for a window of 1", () => {
    const { contexts, targets } = contextsAndTargets(book, 1);
    expect(contexts).toEqual({ shape: [6, 2], data: Int32Array.of(0, 2, 1, 3, 2, 4, 3, 1, 4, 5, 1, 6) });
    expect(targets).toEqual({ shape: [6], data: Int32Array.of(1, 2, 3, 4, 1, 5) });
  });

  test("puts the words before the target first, from left to right", () => {
    const { contexts, targets } = contextsAndTargets(Int32Array.of(10, 11, 12, 13, 14, 15), 2);
    expect(contexts).toEqual({ shape: [2, 4], data: Int32Array.of(10, 11, 13, 14, 11, 12, 14, 15) });
    expect(targets).toEqual({ shape: [2], data: Int32Array.of(12, 13) });
  });

  test("makes one example of the shortest text", () => {
    expect(contextsAndTargets(Int32Array.of(7, 8, 9), 1).targets).toEqual({ shape: [1], data: Int32Array.of(8) });
  });

  test("refuses a text shorter than the window, and a window that makes no sense", () => {
    expect(() => contextsAndTargets(book, 4)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: contextsAndTargets: a window of 4 on both sides needs 9 tokens, the corpus has 8; take a longer text or a smaller window]`,
    );
    expect(() => contextsAndTargets(book, 0)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: contextsAndTargets: window is 0; it must be a positive whole number]`,
    );
    expect(() => contextsAndTargets(book, 1.5)).toThrow("window is 1.5");
  });
});
