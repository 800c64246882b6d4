import { describe, expect, test } from "vitest";
import { typicalWords } from "./typical-words.js";

describe("typicalWords(words, count)", () => {
  const words = Array.from({ length: 10_000 }, (_, rank) => `word${rank}`);

  test("lie between the commonest and the rare ones", () => {
    // 10,000 to the power of 0.6, 0.65, 0.7
    expect(typicalWords(words, 3)).toEqual(["word251", "word398", "word630"]);
  });

  test("are no punctuation and no mark of a line's end", () => {
    const marks = words.map((word, rank) => (rank < 700 ? (rank % 2 === 0 ? "<eos>" : "...") : word));
    expect(typicalWords(marks, 2)).toEqual(["word700", "word701"]);
  });

  test("are fewer where there are no more", () => {
    expect(typicalWords(["the", "cat"], 4)).toEqual(["cat"]);
    expect(typicalWords(["..."], 4)).toEqual([]);
  });
});
