import { describe, expect, test } from "vitest";
import { spellingNotes } from "./spelling-notes.js";

const words = ["한국", "café", "King", "tea"];

describe("spellingNotes(vectors, unknownWords, rows)", () => {
  test("counts unknown words that the vocabulary spells otherwise, by what differs", () => {
    const unknown = ["한국".normalize("NFD"), "cafe\u0301", "king", "coffee"];
    expect(spellingNotes({ words }, unknown, 4)).toEqual([
      {
        kind: "other-spellings",
        message:
          `3 of 4 unknown words are in the vocabulary in another spelling: 2 in another Unicode normalization (한국 in NFC, not ${unknown[0]} in NFD), ` +
          "1 in other capitals (King, not king); a test set with the spellings of the vocabulary would ask more",
        count: 3,
      },
    ]);
  });

  test("says nothing where there are none, or not among the rows", () => {
    expect(spellingNotes({ words }, ["coffee"], 4)).toEqual([]);
    expect(spellingNotes({ words }, ["king"], 2)).toEqual([]);
  });
});
