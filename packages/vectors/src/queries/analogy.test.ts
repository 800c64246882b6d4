import { describe, expect, test } from "vitest";
import { wordVectors } from "../vectors/word-vectors.js";
import { analogy } from "./analogy.js";
import { mostSimilar } from "./most-similar.js";

// Axes: royal, female, and something else that only filler has.
const family = wordVectors(
  ["king", "queen", "man", "woman", "the"],
  Float32Array.of(3, 0, 0, 3, 3, 0, 0.1, 0, 1, 0.1, 1, 1, 0, 0, 9),
);

describe("analogy(vectors, a, b, c)", () => {
  test("answers a : b as c : ? by adding directions", () => {
    // unit(queen) − unit(king) + unit(man) = (−0.1934, 0.7071, 0.9950); its cosine with woman is 0.9604.
    const [first] = analogy(family, "king", "queen", "man");
    expect(first).toEqual({ word: "woman", similarity: expect.closeTo(0.9604, 4) });
  });

  test("is not symmetric in its words", () => {
    const query = { positive: ["queen", "man"], negative: ["king"] };
    expect(analogy(family, "king", "queen", "man")).toEqual(mostSimilar(family, query));
  });

  test("never answers with one of the three", () => {
    const answers = analogy(family, "king", "queen", "man").map(({ word }) => word);
    expect(answers).toEqual(["woman", "the"]);
  });

  test("takes top and restrict", () => {
    expect(analogy(family, "king", "queen", "man", { top: 1 })).toHaveLength(1);
    expect(analogy(family, "king", "queen", "man", { restrict: 3 })).toEqual([]);
  });

  test("names the unknown word, and itself", () => {
    expect(() => analogy(family, "king", "queeen", "man")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: analogy: "queeen" is not in the vocabulary of 5 words; nearest spellings: queen]`,
    );
  });
});
