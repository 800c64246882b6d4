import { describe, expect, test } from "vitest";
import { decodeVectors } from "../decode-vectors.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const decoded = (text: string, options = {}) =>
  decodeVectors(bytes(text), { source: "glove.txt", format: "glove", ...options });

describe('decodeVectors(bytes, { format: "glove" })', () => {
  test.each([
    ["lines of a word and numbers", "a 1 2\nb 3 4\n"],
    ["no newline at the end", "a 1 2\nb 3 4"],
    ["spaces and returns at the end of lines", "a 1 2 \r\nb 3 4 \r\n"],
    ["empty lines at the end", "a 1 2\nb 3 4\n\n \r\n"],
    ["a byte order mark", "\ufeffa 1 2\nb 3 4\n"],
    ["tabs in place of spaces", "a\t1\t2\nb\t3\t4\n"],
  ])("reads %s", (_, text) => {
    const { words, data, dimension } = decoded(text);
    expect({ words, data, dimension }).toEqual({ words: ["a", "b"], data: Float32Array.of(1, 2, 3, 4), dimension: 2 });
  });

  // Lines such as these are in glove.840B.300d.txt.
  test("reads words with spaces in them", () => {
    const { words, data } = decoded(". . . 1 2\nat name@domain.com 3 4\nthe 5 6\n2 7 8\n");
    expect(words).toEqual([". . .", "at name@domain.com", "the", "2"]);
    expect(data).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  });

  test("has the dimension that most of the first lines have", () => {
    expect(() => decoded("a 1 2\nb 3 4 5\nc 6 7 8\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 1 has 2 numbers, the first lines have 3 (glove.txt)]`,
    );
    expect(() => decoded("a 1 2 3\nb 3 4 5\nc 6 7\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 3 has 2 numbers, the first lines have 3; was the file cut off? { limit: 2 } reads what is before (glove.txt)]`,
    );
    expect(() => decoded("a 1 2\nb 3 4 5\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 1 has 2 numbers, the first lines have 3 (glove.txt)]`,
    );
    expect(() => decoded("a 1 2\nb 3 4\nc 5 6 7\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 3 has 3 numbers, the first lines have 2; is "c 5" its word? A phrase that ends in a number can't be told from its numbers; write "c_5" (glove.txt)]`,
    );
  });

  test("names the line that is wrong", () => {
    expect(() => decoded("")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file is empty (glove.txt)]`,
    );
    expect(() => decoded("Call me Ishmael.\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 1 is "Call me Ishmael.", not a word and numbers (glove.txt)]`,
    );
    expect(() => decoded("a 1 2\n\nb 3 4\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 2 is empty (glove.txt)]`,
    );
    expect(() => decoded("a 1 2\n 3 4\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 2 starts with a space, where its word should be; is its word empty, or white space? (glove.txt)]`,
    );
    expect(() => decoded("a 1 2\nb 3 nan\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 2, number 2 is "nan", not a finite number; did training diverge, or is the number too large for f32? (glove.txt)]`,
    );
    expect(() => decoded("a 1 2\nb 3 4\na 5 6\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 3 has the word "a" of line 1; { duplicates: "skip" } reads the first of each word (glove.txt)]`,
    );
  });

  test("leaves out rows whose word was there before, if told", () => {
    const { words, data } = decoded("a 1 2\nb 3 4\na 5 6\nc 7 8\nb 9 9\n", { duplicates: "skip" });
    expect(words).toEqual(["a", "b", "c"]);
    expect(data).toEqual(Float32Array.of(1, 2, 3, 4, 7, 8));
  });

  test("wants a limit of at least one row", () => {
    expect(() => decoded("a 1 2\n", { limit: 0 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: decodeVectors: limit is 0; a whole number of rows, at least 1, would be right]`,
    );
  });
});
