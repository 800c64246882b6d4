import { describe, expect, test } from "vitest";
import { decodeBinary } from "./decode-binary.js";

const bytes = (text: string) => [...new TextEncoder().encode(text)];
const floats = (...numbers: number[]) => {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  for (const [index, number] of numbers.entries()) view.setFloat32(4 * index, number, true);
  return [...new Uint8Array(view.buffer)];
};
const decoded = (...parts: number[][]) => decodeBinary(Uint8Array.from(parts.flat()), { source: "vectors.bin" });

const header = bytes("2 2\n");
const king = [...bytes("king "), ...floats(1, -0.5)];
const cafe = [...bytes("caf"), 0xe9, ...bytes(" "), ...floats(-0, 1e-45)];
const newline = bytes("\n");

describe("decodeBinary(bytes)", () => {
  test.each([
    ["with a newline after each row, as word2vec.c writes", [header, king, newline, cafe, newline]],
    ["without, as gensim writes", [header, king, cafe]],
    ["with one between the rows only", [header, king, newline, cafe]],
  ])("reads rows %s", (_, parts) => {
    const vectors = decoded(...parts);
    expect(vectors.words).toEqual(["king", "caf\udce9"]);
    expect(vectors.dimension).toBe(2);
    expect(vectors.data).toEqual(Float32Array.of(1, -0.5, -0, 1e-45));
    expect(vectors.idOf.get("caf\udce9")).toBe(1);
    expect(vectors.norms[0]).toBe(Math.sqrt(1.25));
  });

  test("reads numbers with the bytes of spaces and newlines", () => {
    const numbers = new Float32Array(Uint8Array.from([0x20, 0x20, 0x20, 0x20, 0x0a, 0x0a, 0x0a, 0x0a]).buffer);
    const row = floats(...numbers);
    expect(decoded(header, bytes("a "), row, newline, bytes("b "), row).data).toEqual(
      Float32Array.of(...numbers, ...numbers),
    );
  });

  test("reads bytes that start anywhere in their buffer", () => {
    const shifted = Uint8Array.from([0, 0, 0, ...header, ...king, ...cafe]).subarray(3);
    expect(decodeBinary(shifted).words).toHaveLength(2);
  });

  test("takes no memory on the word of the header", () => {
    expect(() => decoded(bytes("3000000 300\n"), king)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: the header promises a table of 3000000 × 300 numbers, at least 3606000012 bytes; the file has 25; was it cut off? (vectors.bin)]`,
    );
  });

  test("names the byte of the row that the file ends in", () => {
    expect(() =>
      decoded(header, bytes("the-king-of-spain "), floats(1, 2), newline, king.slice(0, -1)),
    ).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: the file ends inside row 1 of 2, which starts at byte 31; was it cut off? (vectors.bin)]`,
    );
    expect(() => decoded(header, bytes("the-king-of-spain "), floats(1, 2), bytes("the-queen"))).toThrow(
      "the file ends inside row 1 of 2, which starts at byte 30",
    );
  });

  test("names the byte of a row without a word", () => {
    expect(() => decoded(header, king, bytes(" "), floats(1, 2), newline, newline)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 1, at byte 17, has no word; is the dimension 2 right? (vectors.bin)]`,
    );
  });

  test("names the byte of a number that is not finite", () => {
    expect(() => decoded(header, king, bytes("b "), floats(1, Number.NaN))).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: number 1 of row 1, "b", at byte 23, is NaN; is the file damaged? (vectors.bin)]`,
    );
    expect(() => decoded(header, king, bytes("b "), floats(-Infinity, 1))).toThrow("number 0 of row 1");
  });

  test("names both rows of a word that comes twice", () => {
    expect(() => decoded(header, king, newline, king)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 1, at byte 18, has the word "king" of row 0 (vectors.bin)]`,
    );
  });

  test("leaves out rows whose word was there before, if told", () => {
    const rows = [header, king, king, newline];
    const { words, data } = decodeBinary(Uint8Array.from(rows.flat()), { duplicates: "skip" });
    expect(words).toEqual(["king"]);
    expect(data).toEqual(Float32Array.of(1, -0.5));
    const damaged = [bytes("3 2\n"), king, king, bytes("b "), floats(1, Number.NaN)].flat();
    expect(() => decodeBinary(Uint8Array.from(damaged), { duplicates: "skip" })).toThrow('number 1 of row 2, "b"');
  });

  test("reads the first rows of a file whose end is missing", () => {
    const file = Uint8Array.from([bytes("9 2\n"), king, cafe.slice(0, 3)].flat());
    expect(decodeBinary(file, { limit: 1 }).words).toEqual(["king"]);
    expect(() => decodeBinary(file, { limit: 2 })).toThrow("at least 24 bytes");
  });

  test("names the byte from which more follows than the header promised", () => {
    expect(() => decoded(header, king, cafe, newline, king)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: 13 bytes follow the 2 rows that the header promised, from byte 31 (vectors.bin)]`,
    );
  });
});
