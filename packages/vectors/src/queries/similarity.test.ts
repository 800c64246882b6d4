import { describe, expect, test } from "vitest";
import { wordVectors } from "../vectors/word-vectors.js";
import { similarity } from "./similarity.js";

const vectors = wordVectors(["a", "b", "zero", "c"], Float32Array.of(3, 4, 4, 3, 0, 0, 0.3, 0.4));

describe("similarity(vectors, a, b)", () => {
  test("is the cosine", () => {
    expect(similarity(vectors, "a", "b")).toBeCloseTo(24 / 25, 15);
    expect(similarity(vectors, "a", [-4, 3])).toBeCloseTo(0, 15);
  });

  test("is at most 1 with itself, whatever the rounding", () => {
    for (const word of ["a", "b", "c"]) {
      expect(similarity(vectors, word, word)).toBeLessThanOrEqual(1);
      expect(similarity(vectors, word, word)).toBeCloseTo(1, 15);
    }
  });

  test("is 0 with a zero vector", () => {
    expect(similarity(vectors, "a", "zero")).toBe(0);
    expect(similarity(vectors, "zero", "zero")).toBe(0);
  });

  test("names an unknown word", () => {
    expect(() => similarity(vectors, "a", "zeros")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: similarity: "zeros" is not in the vocabulary of 4 words; nearest spellings: zero]`,
    );
  });
});
