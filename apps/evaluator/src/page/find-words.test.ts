import { describe, expect, test } from "vitest";
import { findWords } from "./find-words.js";

const words = ["the", "Kings", "king", "cooking", "King", "café", "東京", "__proto__"];
const found = (typed: string, most = 10) => findWords(words, typed, most).map((row) => words[row]);

describe("findWords(words, typed, most)", () => {
  test("finds the word itself first, then what starts like it, then what holds it", () => {
    expect(found("king")).toEqual(["king", "King", "Kings", "cooking"]);
    expect(found("King")).toEqual(["King", "king", "Kings", "cooking"]);
  });

  test("asks for no capitals and no accents", () => {
    expect(found("KINGS")).toEqual(["Kings"]);
    expect(found("cafe")).toEqual(["café"]);
    expect(found(" 東 ")).toEqual(["東京"]);
    expect(found("__p")).toEqual(["__proto__"]);
  });

  test("gives no more than asked for, and nothing for nothing", () => {
    expect(found("k", 2)).toEqual(["Kings", "king"]);
    expect(found("  ")).toEqual([]);
    expect(found("xyz")).toEqual([]);
  });
});
