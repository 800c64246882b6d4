import { describe, expect, test } from "vitest";
import type { ReadingNote } from "../../messages/reading-note.js";
import { toUtf8 } from "../../words/text-coding.js";
import { decodeVectors } from "../decode-vectors.js";
import { decodeText } from "../text/decode-text.js";

function read(text: string): { words: readonly string[]; numbers: number[]; notes: ReadingNote[] } {
  const notes: ReadingNote[] = [];
  const { words, data } = decodeText(toUtf8(text), { onNote: (note) => notes.push(note) });
  return { words, numbers: Array.from(data), notes };
}

describe("a word that is blank", () => {
  test("is read where the numbers of its line prove it, and told", () => {
    expect(read("3 2\na 1 2\n  3 -4\nb 5 6\n")).toEqual({
      words: ["a", " ", "b"],
      numbers: [1, 2, 3, -4, 5, 6],
      notes: [
        { kind: "blank-word", message: "the word of line 3 is one space: all the numbers of a row follow", count: 1 },
      ],
    });
    expect(read("2 2\n   1 2 \r\na 3 4\r\n").words).toEqual(["  ", "a"]);
  });

  test("is one in GloVe's files, too, once a line has said how many numbers there are", () => {
    expect(decodeVectors(toUtf8("a 1 2\n  3 4\n"), { format: "glove" }).words).toEqual(["a", " "]);
  });

  test.each([
    ["one space, which can be the separator of a word that was lost", "1 2\n 1 2\n"],
    ["one number too few", "1 3\n  1.25 2\n"],
    ["one number too many", "1 1\n  1 2\n"],
    ["a word behind the space", "1 2\n  b 1 2\n"],
    ["numbers in columns of a width, of which spaces are a part", "1 2\n  1   2\n"],
    ["a number that is none", "1 2\n  1 nan\n"],
  ])("is none with %s", (_, text) => {
    expect(() => read(text)).toThrow(/line 2 starts with a space, where its word should be/);
  });
});
