import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toUtf8 } from "./text-coding.js";
import { hashOfAscii, hashOfWord } from "./word-hash.js";

describe("hashOfAscii(bytes, start, end)", () => {
  test("is the hash of the word that the bytes are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii" }), fc.nat(9), (word, start) => {
        const bytes = Uint8Array.from([...new Uint8Array(start).fill(0xe9), ...toUtf8(word), 0xe9]);
        expect(hashOfAscii(bytes, start, start + word.length)).toBe(hashOfWord(word));
      }),
    );
  });

  test("is undefined for bytes that are not ASCII, wherever in the word", () => {
    for (const word of ["école", "naïve", "café"]) {
      const bytes = toUtf8(word);
      expect(hashOfAscii(bytes, 0, bytes.length)).toBeUndefined();
    }
  });

  test("differs for the 117,649 words of six letters among seven", () => {
    const words = Array.from({ length: 7 ** 6 }, (_, i) => i.toString(7).padStart(6, "0"));
    // By chance, n² / 2^33 pairs would be equal, that is one or two.
    expect(new Set(words.map(hashOfWord)).size).toBeGreaterThan(words.length - 10);
  });
});
