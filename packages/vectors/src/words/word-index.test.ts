import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashOfWord } from "./word-hash.js";
import { addAllToIndex, addListToIndex, rowInIndex, type WordIndex, wordIndex } from "./word-index.js";

/** Adds a word, and returns the row that has it already, or −1. */
const addToIndex = (index: WordIndex, word: string): number => {
  let first = -1;
  addListToIndex(index, [word], (_, earlier) => {
    first = earlier;
  });
  return first;
};

const indexOf = (words: readonly string[], room = 0) => {
  const index = wordIndex(room);
  addListToIndex(index, words, (row, earlier) => expect.fail(`row ${row} has the word of row ${earlier}`));
  return index;
};

/**
 * 2^`pairs` words with the same hash: of two units each, which begin differently and come to the same state of FNV-1a.
 */
function collidingWords(pairs: number): string[] {
  let words = [""];
  let state = 0x811c9dc5 | 0;
  for (let pair = 0; pair < pairs; pair++) {
    const firstBy = new Map<number, number>();
    for (let first = 0; ; first++) {
      const after = Math.imul(state ^ first, 0x01000193);
      const other = firstBy.get(after >>> 16);
      if (other === undefined) {
        firstBy.set(after >>> 16, first);
        continue;
      }
      const second = (Math.imul(state ^ other, 0x01000193) ^ after) & 0xffff;
      words = words.flatMap((word) => [
        word + String.fromCharCode(other, 0),
        word + String.fromCharCode(first, second),
      ]);
      state = Math.imul(Math.imul(state ^ other, 0x01000193), 0x01000193);
      break;
    }
  }
  return words;
}

describe("addListToIndex(index, words, onRepeated)", () => {
  // From 8,192 on, where there is a kernel.
  test.each([0, 8192])("numbers words as a Map of the same words would, with room for %d of them", (room) => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 3 }), { maxLength: 3000 }), (words) => {
        const index = wordIndex(room);
        const rows = new Map<string, number>();
        for (const word of words) {
          expect(addToIndex(index, word)).toBe(rows.get(word) ?? -1);
          if (!rows.has(word)) rows.set(word, rows.size);
        }
        expect(index.words).toEqual([...rows.keys()]);
        for (const word of [...words, "none"]) expect(rowInIndex(index, word)).toBe(rows.get(word));
      }),
      { numRuns: 50 },
    );
  });

  test.each([0, 5000, 10_000])("calls back with place and row, with room for %d words from the start", (room) => {
    const index = wordIndex(room);
    const calls: number[][] = [];
    const words = Array.from({ length: 3000 }, (_, i) => `w${i === 2999 ? 7 : i % 2900}`);
    addListToIndex(index, words, (...call) => calls.push(call));
    expect(calls).toEqual(Array.from({ length: 100 }, (_, i) => [2900 + i, i === 99 ? 7 : i]));
    expect(index.words).toEqual(words.slice(0, 2900));
  });

  test("goes on without the kernel where there are more words than were expected, and than it adds at a time", () => {
    const words = Array.from({ length: 40_000 }, (_, i) => `w${i % 39_000}`);
    const index = wordIndex(9000);
    expect(index.table.kernel).toBeDefined();
    const repeated: number[] = [];
    const hashes = Int32Array.from(words, hashOfWord);
    for (let start = 0; start < words.length; start += 10_000) {
      const end = start + 10_000;
      addAllToIndex(index, words.slice(start, end), hashes.subarray(start, end), (i) => repeated.push(start + i));
    }
    expect(index.table.kernel).toBeUndefined();
    expect(repeated).toEqual(Array.from({ length: 1000 }, (_, i) => 39_000 + i));
    expect(index.words).toEqual(words.slice(0, 39_000));
    expect(words.every((word, i) => rowInIndex(index, word) === i % 39_000)).toBe(true);
  });

  test.each([0, 8192])("takes words that have different hashes and one slot, with room for %d of them", (room) => {
    const index = wordIndex(room);
    const words = Array.from({ length: 200 }, (_, i) => `w${i}`);
    const hashes = Int32Array.from(words, (_, i) => 5 + i * index.table.slots.length);
    addAllToIndex(index, words, hashes, () => expect.fail());
    expect(index.crowded).toEqual(new Map(words.slice(128).map((word, i) => [word, 128 + i])));
    const repeated: number[] = [];
    addAllToIndex(index, words, hashes, (_, earlier) => repeated.push(earlier));
    expect(repeated).toEqual([...words.keys()]);
  });

  test.each([0, 8192])("takes words that were chosen for their equal hash, with room for %d of them", (room) => {
    const words = collidingWords(11);
    const index = indexOf(words, room);
    expect(index.words).toHaveLength(2048);
    expect(index.crowded.size).toBeGreaterThan(1900);
    expect(words.map((word) => rowInIndex(index, word))).toEqual([...words.keys()]);
    expect(words.map((word) => addToIndex(index, word))).toEqual([...words.keys()]);
    expect(rowInIndex(index, `${words[0]}x`)).toBeUndefined();
  });
});

describe("rowInIndex(index, word)", () => {
  test("knows the words of the index and no others", () => {
    const index = indexOf(["__proto__", "b", ""]);
    expect(["__proto__", "b", "", "constructor", "c"].map((word) => rowInIndex(index, word))).toEqual([
      0,
      1,
      2,
      undefined,
      undefined,
    ]);
  });
});
