import { wordVectors } from "@wordloom/vectors";
import { describe, expect, test } from "vitest";
import { bookEvaluation } from "./book-evaluation.js";

const words = ["you", "we", "year", "month", "car", "auto", "king", "man", "queen", "woman", "toyotta"];
const onCircle = (row: number) => [Math.cos(row / 4), Math.sin(row / 4)];
const vectors = wordVectors(words, Float32Array.from(words.flatMap((_, row) => onCircle(row))));

describe("bookEvaluation(vectors)", () => {
  test("answers the book's questions, and says why not where it can't", () => {
    const { similar, analogy, missing } = bookEvaluation(vectors, { top: 1 });
    expect(similar).toEqual({
      you: [{ word: "we", similarity: expect.closeTo(Math.cos(1 / 4), 6) }],
      // Both neighbours are a quarter away; rounding decides.
      year: [{ word: expect.stringMatching(/^(we|month)$/), similarity: expect.closeTo(Math.cos(1 / 4), 6) }],
      car: [{ word: expect.stringMatching(/^(month|auto)$/), similarity: expect.closeTo(Math.cos(1 / 4), 6) }],
    });
    // An eighth turn back from king to man's side: row 6 → 7, so 8 → 9.
    expect(Object.keys(analogy)).toEqual(["king:man::queen"]);
    expect(analogy["king:man::queen"][0].word).toBe("woman");
    expect(missing).toMatchInlineSnapshot(`
      {
        "car:cars::child": ""cars" is not in the vocabulary of 11 words; nearest spellings: car",
        "good:better::bad": ""good" is not in the vocabulary of 11 words; nothing in it is spelled like that",
        "take:took::go": ""take" is not in the vocabulary of 11 words; nothing in it is spelled like that",
        "toyota": ""toyota" is not in the vocabulary of 11 words; nearest spellings: toyotta",
      }
    `);
  });

  test("gives five answers unless told otherwise", () => {
    expect(bookEvaluation(vectors).similar.you).toHaveLength(5);
    expect(bookEvaluation(vectors, { restrict: 3 }).similar.you).toHaveLength(2);
  });

  test("refuses a number of answers that makes no sense", () => {
    expect(() => bookEvaluation(vectors, { top: 0 })).toThrow("mostSimilar: top is 0");
  });
});
