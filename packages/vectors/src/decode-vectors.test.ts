import { describe, expect, test } from "vitest";
import { decodeVectors, detectFormat } from "./decode-vectors.js";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("detectFormat(bytes)", () => {
  test.each([
    ["numbers of text", "1 2\na 1 -2e-3\n", "text"],
    ["a number that is none", "1 2\na 1 nan\n", "text"],
    ["a misspelled number", "1 2\na 1 2,5\n", "text"],
    ["too few numbers", "1 2\na 1\n", "text"],
    ["no row at all", "1 2\n", "text"],
    ["bytes of no text", "1 1\na \0\0\x80\x3f\n", "binary"],
    ["printable bytes that fill the file as numbers", "2 1\na abc?\nb abc?\n", "binary"],
    ["a newline as the first byte of a number", "1 1\na \nbc?", "binary"],
  ])("goes by %s", (_, file, format) => {
    expect(detectFormat(bytes(file))).toBe(format);
  });
});

describe("decodeVectors(bytes)", () => {
  test("leaves the message to the reader of the format", () => {
    const options = { source: "vectors.txt" };
    expect(() => decodeVectors(bytes("1 2\na 1 2,5\n"), options)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 2, number 2 is "2,5", not a finite number; did training diverge, or is it written in another way? (vectors.txt)]`,
    );
    expect(() => decodeVectors(bytes("1 9\na \0\0\x80\x3f\n"), options)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: the header promises a table of 1 × 9 numbers, at least 42 bytes; the file has 11; was it cut off? (vectors.txt)]`,
    );
    expect(() => decodeVectors(bytes(""), options)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file is empty (vectors.txt)]`,
    );
  });
});
