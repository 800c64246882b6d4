import { idsIn } from "@wordloom/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countIds } from "./count-ids.js";

describe("countIds(ids, V)", () => {
  // reference: the corpora of the documents, with the counts they print.
  test("counts the corpora of the book", () => {
    expect(countIds([0, 1, 2, 3, 4, 1, 2, 3, 1, 1, 2], 5)).toEqual(Float64Array.of(1, 4, 3, 2, 1));
    expect(countIds([1, 2, 3, 4, 5, 2, 3, 4, 1, 1, 4, 2, 2, 2], 6)).toEqual(Float64Array.of(0, 3, 5, 2, 3, 1));
  });

  test("has a 0 for every word that does not occur, and sums to the length of the corpus", () => {
    expect(countIds([], 3)).toEqual(Float64Array.of(0, 0, 0));
    fc.assert(
      fc.property(idsIn(7, [12]), ({ data }) => {
        const counts = countIds(data, 7);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
        expect(counts[3]).toBe(data.filter((id) => id === 3).length);
      }),
    );
  });

  test("names an id outside the vocabulary and its position", () => {
    expect(() => countIds([0, 1, 5], 5)).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: countIds: id 5 at 2 is outside the 5 words; was the corpus encoded with this vocabulary?]`,
    );
    expect(() => countIds([-1], 5)).toThrow(RangeError);
    expect(() => countIds([0.5], 5)).toThrow(RangeError);
  });
});
