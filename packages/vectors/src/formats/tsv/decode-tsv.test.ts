import { describe, expect, test } from "vitest";
import { decodeVectors } from "../decode-vectors.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const decoded = (text: string, words = ["a", "b"], options = {}) =>
  decodeVectors(bytes(text), { source: "vectors.tsv", format: "tsv", list: { words }, ...options });

describe('decodeVectors(bytes, { format: "tsv" })', () => {
  test.each([
    ["lines of numbers", "1\t-2\n3\t4\n"],
    ["no newline at the end", "1\t-2\n3\t4"],
    ["CRLF and a byte order mark", "\ufeff1\t-2\r\n3\t4\r\n"],
    ["empty lines at the end", "1\t-2\n3\t4\n\n\t\n"],
  ])("reads %s", (_, text) => {
    const { words, data, dimension } = decoded(text);
    expect({ words, data, dimension }).toEqual({ words: ["a", "b"], data: Float32Array.of(1, -2, 3, 4), dimension: 2 });
  });

  test("needs a list of as many words", () => {
    const file = bytes("1\t2\n3\t4\n");
    expect(() => decodeVectors(file, { source: "vectors.tsv" })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file has numbers and no words; give the list of its words (vectors.tsv)]`,
    );
    expect(() => decoded("1\t2\n3\t4\n", ["a"])).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the table has 2 rows, the list 1 words; is it the list of another table? (vectors.tsv)]`,
    );
    expect(() => decoded("1\t2\n3\t4\n", ["a", "b", "c"])).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the table has 2 rows, the list 3 words; is it the list of another table? (vectors.tsv)]`,
    );
    expect(() => decoded("1\t2\n3\t4\n", ["a"], { limit: 2 })).toThrow("2 rows, the list 1 words");
    // Whatever the limit, with blank lines at the end or without.
    expect(() => decoded("1\t2\n3\t4\n", ["a", "b", "c"], { limit: 1 })).toThrow("2 rows, the list 3 words");
    expect(() => decoded("1\t2\n3\t4\n", ["a"], { limit: 1 })).toThrow("2 rows, the list 1 words");
    expect(decoded("1\t2\n3\t4\n\n\t\n", ["a", "b"], { limit: 1 }).words).toEqual(["a"]);
    expect(decoded("1\t2\r\n3\t4", ["a", "b"], { limit: 1 }).words).toEqual(["a"]);
  });

  test("takes each word once", () => {
    const words = ["a", "b", "a", "c"];
    const file = "1\n2\n3\n4\n";
    expect(() => decoded(file, words)).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: row 2 has the word "a" of row 0 (vectors.tsv)]`,
    );
    const list = { words, counts: [9, 8, 7, 6] };
    const skipped = decodeVectors(bytes(file), { format: "tsv", list, duplicates: "skip" });
    expect(skipped.words).toEqual(["a", "b", "c"]);
    expect(skipped.data).toEqual(Float32Array.of(1, 2, 4));
    expect(skipped.counts).toEqual([9, 8, 6]);
    expect(skipped.norms).toEqual(Float64Array.of(1, 2, 4));
  });

  test("names the line that is wrong", () => {
    expect(() => decoded("")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: the file is empty (vectors.tsv)]`,
    );
    expect(() => decoded("a\tb\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 1 is "a\\tb", not numbers alone (vectors.tsv)]`,
    );
    expect(() => decoded("1\t2\n3\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 2 has 1 numbers, line 1 has 2 (vectors.tsv)]`,
    );
    expect(() => decoded("1\t2\n3\t4\t5\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 2 has 3 numbers, line 1 has 2 (vectors.tsv)]`,
    );
    expect(() => decoded("1\t2\n3\tinf\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 2, number 2 is "inf", not a finite number (vectors.tsv)]`,
    );
    expect(() => decoded("1\t2\n\n3\t4\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 2 is empty (vectors.tsv)]`,
    );
    expect(() => decoded("nan\t2\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeVectors: line 1, number 1 is "nan", not a finite number (vectors.tsv)]`,
    );
  });
});
