import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryLine, arbitraryPhrase, arbitraryToken, arbitraryVectors } from "./fixtures/arbitrary-vectors.js";
import { isWritten } from "./fixtures/is-written.js";
import { expectSameVectors } from "./fixtures/same-vectors.js";
import { decodeVectors } from "./formats/decode-vectors.js";
import { encodeVectors } from "./formats/encode-vectors.js";
import type { VectorsFormat } from "./formats/format.js";
import { readVectors } from "./reading/read-vectors.js";
import { type WordVectors, wordVectors } from "./vectors/word-vectors.js";
import { decodeWordList } from "./word-lists/decode-word-list.js";
import { encodeMetadata, encodeWordList } from "./word-lists/encode-word-list.js";
import type { WordList } from "./word-lists/word-list.js";

/** A format, the words that it can hold, and the list that they are in where the file holds none. */
interface Case {
  readonly format: VectorsFormat;
  readonly words: fc.Arbitrary<string>;
  readonly list?: (vectors: WordVectors) => Uint8Array;
}

const cases: Case[] = [
  { format: "text", words: arbitraryToken },
  { format: "binary", words: arbitraryToken },
  { format: "glove", words: arbitraryPhrase },
  { format: "safetensors", words: fc.string({ unit: "binary" }) },
  { format: "npy", words: arbitraryLine, list: encodeWordList },
  { format: "tsv", words: arbitraryLine, list: encodeMetadata },
];

describe.each(cases)("$format", ({ format, words, list }) => {
  const hasCounts = list === undefined && format !== "safetensors" ? fc.constant(false) : fc.boolean();
  // Refused by the writers: a mark at the start of a text is not part of it, and words must not all look like counts.
  const isWritable = (vectors: WordVectors) =>
    isWritten(() => (list === undefined ? format === "glove" && encodeVectors(vectors, format) : list(vectors)));
  const tables = arbitraryVectors(words, { counts: hasCounts }).filter(isWritable);
  const listOf = (vectors: WordVectors): { list?: WordList } =>
    list === undefined ? {} : { list: decodeWordList(list(vectors)) };

  test("gives words, numbers and counts back, bit for bit", () => {
    fc.assert(
      fc.property(tables, (vectors) => {
        const file = encodeVectors(vectors, format);
        expectSameVectors(decodeVectors(file, { format, ...listOf(vectors) }), vectors);
      }),
      { numRuns: 500 },
    );
  });

  test("gives files back, byte for byte", () => {
    fc.assert(
      fc.property(tables, (vectors) => {
        const file = encodeVectors(vectors, format);
        expect(encodeVectors(decodeVectors(file, { format, ...listOf(vectors) }), format)).toEqual(file);
      }),
    );
  });

  test("is known by its content", () => {
    fc.assert(
      fc.property(tables, (vectors) => {
        // Four bytes can be a number in both text and binary: 1234. A word and a number can be a header: 12 34.
        fc.pre(vectors.dimension > 1);
        expectSameVectors(decodeVectors(encodeVectors(vectors, format), listOf(vectors)), vectors);
      }),
      { numRuns: 500 },
    );
  });

  test("arrives the same in chunks of any size, packed or not", async () => {
    await fc.assert(
      fc.asyncProperty(tables, fc.array(fc.nat(40)), fc.boolean(), async (vectors, sizes, isPacked) => {
        const file = encodeVectors(vectors, format);
        const chunks = chunksOf(isPacked ? gzipSync(file) : file, sizes);
        expectSameVectors(await readVectors(chunks, { format, ...listOf(vectors) }), vectors);
      }),
      { numRuns: 50 },
    );
  });

  test("reads the first rows alone", () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 9 }), (vectors, limit) => {
        const { words, data, dimension: D } = vectors;
        const first = decodeVectors(encodeVectors(vectors, format), { format, limit, ...listOf(vectors) });
        expect(first.words).toEqual(words.slice(0, limit));
        expect(first.data).toEqual(data.slice(0, limit * D));
      }),
    );
  });

  test("reads more than fits a block", async () => {
    const names = Array.from({ length: 3000 }, (_, row) => `w${row}`);
    const large = wordVectors(
      names,
      Float32Array.from({ length: 3000 * 200 }, (_, i) => i / 7),
    );
    const file = encodeVectors(large, format);
    expectSameVectors(decodeVectors(file, listOf(large)), large);
    expectSameVectors(await readVectors(new Blob([file]), listOf(large)), large);
    expectSameVectors(await readVectors(new Blob([file]).stream(), listOf(large)), large);
  });
});

/** Chunks of these sizes, one after the other, and the rest in one; some may be empty. */
async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array, void> {
  const memory = new Uint8Array(40);
  let at = 0;
  for (const size of sizes) {
    const chunk = bytes.subarray(at, at + size);
    memory.set(chunk);
    yield memory.subarray(0, chunk.length);
    // As a source may do that uses its memory again.
    memory.fill(0xff);
    at += size;
  }
  if (at < bytes.length) yield bytes.subarray(at);
}
