import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { topK } from "./top-k.js";

describe("topK(scores, top)", () => {
  test("is the start of the sorted rows, ties by row", () => {
    const scores = fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 45 }), (scores, top) => {
        const sorted = [...scores.keys()].sort((a, b) => scores[b] - scores[a] || a - b);
        expect(topK(Float64Array.from(scores), top)).toEqual(sorted.slice(0, top));
      }),
    );
  });
});
