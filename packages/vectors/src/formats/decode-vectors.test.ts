import { describe, expect, test } from "vitest";
import { decodeVectors } from "./decode-vectors.js";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("decodeVectors(bytes)", () => {
  test("leaves the message to the reader of the format", () => {
    const options = { source: "vectors.txt" };
    expect(() => decodeVectors(bytes("1 2\na 1 2,5\n"), options)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeText: line 2, number 2 is "2,5", not a finite number; numbers have decimal commas; points can be read: tr ',' '.' < FILE > OUT (vectors.txt)]`,
    );
    expect(() => decodeVectors(bytes("1 9\na \0\0\x80\x3f\n"), options)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: the header promises a table of 1 × 9 numbers, at least 42 bytes; the file has 11; was it cut off? (vectors.txt)]`,
    );
    expect(() => decodeVectors(bytes(""), options)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file is empty (vectors.txt)]`,
    );
  });
});
