import { describe, expect, test } from "vitest";
import { decodeText } from "./decode-text.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const decoded = (text: string) => decodeText(bytes(text), { source: "vectors.txt" });

describe("decodeText(bytes)", () => {
  test("reads words and numbers", () => {
    const vectors = decoded("2 3\nking 1 -2.5 1e-3\n東京 0 .5 +7\n");
    expect(vectors.words).toEqual(["king", "東京"]);
    expect(vectors.dimension).toBe(3);
    expect(vectors.data).toEqual(Float32Array.of(1, -2.5, 1e-3, 0, 0.5, 7));
    expect(vectors.idOf.get("東京")).toBe(1);
    expect(vectors.norms[1]).toBe(Math.sqrt(49.25));
  });

  test.each([
    ["a space at the end of a line", "2 2\na 1 2 \nb 3 4 \n"],
    ["CRLF", "2 2\r\na 1 2\r\nb 3 4\r\n"],
    ["no newline at the end", "2 2\na 1 2\nb 3 4"],
    ["runs of spaces and tabs", "  2\t 2 \na  1\t2\nb 3   4\n\n \n"],
    ["tabs after words", "2 2\na\t1\t2\nb\t3 4\n"],
    ["a byte order mark", "\ufeff2 2\na 1 2\nb 3 4\n"],
    ["zeros before and after a number, and many digits", "2 2\na 01 2.0\nb 3.00000000000000000000001 400e-2\n"],
  ])("reads %s", (_, text) => {
    expect(decoded(text).data).toEqual(Float32Array.of(1, 2, 3, 4));
  });

  test("takes for the word all bytes before the first space, whatever they are", () => {
    const file = Uint8Array.from([...bytes("3 1\n__proto__ 1\na\tb\r\u00a0 2\ncaf"), 0xe9, ...bytes(" 3\n")]);
    expect(decodeText(file).words).toEqual(["__proto__", "a\tb\r\u00a0", "caf\udce9"]);
  });

  test("reads a word with spaces if the numbers after it are enough", () => {
    const { words, data } = decoded("4 2\nNew York 1 2\n. . . 3 4\nNew  York\u00a0! 5 6\n7 7 8\n");
    expect(words).toEqual(["New York", ". . .", "New  York\u00a0!", "7"]);
    expect(data).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  });

  test("reads the first rows of a file whose end is missing", () => {
    expect(decodeText(bytes("9 2\na 1 2\nb 3 4\nc"), { limit: 2 }).words).toEqual(["a", "b"]);
    expect(() => decodeText(bytes("9 2\na 1 2\nb 3 4\nc"), { limit: 3 })).toThrow("{ limit: 2 } reads what is before");
    expect(() => decoded("2 2\na 1 2\nb 3 4\n")).not.toThrow();
    expect(() => decodeText(bytes("1 1\na 1\n"), { limit: 0.5 })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: decodeText: limit is 0.5; a whole number of rows, at least 1, would be right]`,
    );
  });

  test("leaves out rows whose word was there before, if told", () => {
    const file = bytes("5 2\na 1 2\na 3 4\nb 5 6\na 7 8\nb 9 9\n");
    const { words, data, norms, idOf } = decodeText(file, { duplicates: "skip" });
    expect(words).toEqual(["a", "b"]);
    expect(data).toEqual(Float32Array.of(1, 2, 5, 6));
    expect(norms).toEqual(Float64Array.of(Math.sqrt(5), Math.sqrt(61)));
    expect([...idOf]).toEqual([
      ["a", 0],
      ["b", 1],
    ]);
  });

  test("keeps zero vectors", () => {
    expect(decoded("2 2\na 0 0\nb -0 0.0\n").norms).toEqual(Float64Array.of(0, 0));
  });

  test("keeps the sign of zero", () => {
    expect(Object.is(decoded("1 1\na -0.000000 \n").data[0], -0)).toBe(true);
  });

  test("refuses an empty file", () => {
    expect(() => decoded("")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: the file is empty (vectors.txt)]`,
    );
  });

  test("refuses a file without a header", () => {
    expect(() => decoded("the 0.1 0.2\nof 0.3 0.4\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 1 is "the 0.1 0.2", not a header of two numbers, words and dimension; is it another format? (vectors.txt)]`,
    );
    expect(() => decoded("x".repeat(1000))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 1 is "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…", not a header of two numbers, words and dimension; is it another format? (vectors.txt)]`,
    );
    expect(() => decoded("2 -3\n")).toThrow("not a header");
    expect(() => decoded("2 3")).toThrow("not a header");
  });

  test("knows a compressed file", () => {
    expect(() => decodeText(Uint8Array.of(0x1f, 0x8b, 8, 0))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: the file is compressed with gzip; readVectors unpacks it]`,
    );
  });

  test("refuses a header with nothing to read", () => {
    expect(() => decoded("0 3\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: the header promises a table of 0 × 3 numbers; there is nothing to read (vectors.txt)]`,
    );
    expect(() => decoded("3 0\na\nb\nc\n")).toThrow("promises a table of 3 × 0 numbers");
  });

  test("takes no memory on the word of the header", () => {
    expect(() => decoded("999999999999999 300\na 1\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 2 has 1 numbers, the header promised 300 (vectors.txt)]`,
    );
  });

  test("refuses a file that was cut off", () => {
    expect(() => decoded("3 1\nlong-enough 1\nb 2\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: the file ends after 2 of 3 rows; was it cut off? { limit: 2 } reads those that are there (vectors.txt)]`,
    );
  });

  test("reads the rows that the header promises of a file with more, if they are the limit", () => {
    const twice = bytes("2 1\na 1\nb 2\na 1\nb 2\n");
    const notes: string[] = [];
    expect(decodeText(twice, { limit: 2, onNote: ({ kind }) => notes.push(kind) }).words).toEqual(["a", "b"]);
    expect(notes).toEqual(["more-rows"]);
    expect(() => decodeText(twice, { limit: 3 })).toThrow(
      "line 4 is one too many, the header promised 2 rows; they begin again with the first, as where gensim 4.2 writes document vectors; { limit: 2 } reads the first 2 rows",
    );
  });

  test("refuses more lines than the header promised", () => {
    expect(() => decoded("1 1\na 1\nb 2\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 3 is one too many, the header promised 1 rows; { limit: 1 } reads the first row (vectors.txt)]`,
    );
  });

  test("names the line with too few numbers, or too many", () => {
    expect(() => decoded("2 3\na 1 2 3\nb 1 2\n   ")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 3 has 2 numbers, the header promised 3 (vectors.txt)]`,
    );
    expect(() => decoded("2 2\na 1 2 3\nb 1 2\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 2 has 3 numbers, the header promised 2; is "a 1" its word? A phrase that ends in a number can't be told from its numbers; write "a_1" (vectors.txt)]`,
    );
    expect(() => decoded("2 1\nlong-enough\nb 1\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 2 has a word and no numbers, the header promised 1; is the word of lines 2 and 3 one, with a newline in it? Text has none in a word; a format that has is safetensors (vectors.txt)]`,
    );
  });

  test("names a line that is empty", () => {
    expect(() => decoded("2 1\na 1\n \t\r\nb 2\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 3 is empty (vectors.txt)]`,
    );
  });

  test("names the line without a word", () => {
    expect(() => decoded("2 1\na 1\n 1 2\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 3 starts with a space, where its word should be (vectors.txt)]`,
    );
  });

  test("names the line of what is no finite number", () => {
    expect(() => decoded("1 2\na 1 nan\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 2, number 2 is "nan", not a finite number; did training diverge, or is the number too large for f32? (vectors.txt)]`,
    );
    expect(() => decoded("1 2\na inf 1\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 2, number 1 is "inf", not a finite number; did training diverge, or is the number too large for f32? (vectors.txt)]`,
    );
    expect(() => decoded("1 2\na 1 1e39\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 2, number 2 is "1e39", not a finite number; did training diverge, or is the number too large for f32? (vectors.txt)]`,
    );
    expect(() => decoded("2 3\n. . . 1\nb 1 2 3\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 2, number 1 is ".", not a finite number; has the word a space in it? (vectors.txt)]`,
    );
    expect(() => decoded(`1 1\na ${"9".repeat(1e6)}\n`)).toThrow(/^.{0,180}$/);
  });

  test("names both lines of a word that comes twice", () => {
    expect(() => decoded("3 1\na 1\nb 2\na 3\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 4 has the word "a" of line 2; { duplicates: "skip" } reads the first of each word (vectors.txt)]`,
    );
  });
});
