import { describe, expect, test } from "vitest";
import { wordVectors } from "../vectors/word-vectors.js";
import { doesntMatch } from "./doesnt-match.js";

const vectors = wordVectors(
  ["breakfast", "lunch", "dinner", "cereal", "lunch-break"],
  Float32Array.of(1, 0.1, 1, 0, 1, -0.1, 0, 1, 1000, 0),
);

describe("doesntMatch(vectors, words)", () => {
  test("picks the word farthest from the mean direction", () => {
    expect(doesntMatch(vectors, ["breakfast", "cereal", "dinner", "lunch"])).toBe("cereal");
  });

  test("lets a long vector count no more than a short one", () => {
    expect(doesntMatch(vectors, ["breakfast", "lunch-break", "dinner", "cereal"])).toBe("cereal");
  });

  test("picks the first of equals", () => {
    expect(doesntMatch(vectors, ["lunch", "lunch-break", "lunch"])).toBe("lunch");
  });

  test("refuses to choose between two", () => {
    expect(() => doesntMatch(vectors, ["lunch", "dinner"])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: doesntMatch: 2 words; of fewer than three, none is the odd one out]`,
    );
  });

  test("names an unknown word", () => {
    expect(() => doesntMatch(vectors, ["lunch", "dinner", "cerael"])).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: doesntMatch: "cerael" is not in the vocabulary of 5 words; nearest spellings: cereal]`,
    );
  });
});
