import { describe, expect, test } from "vitest";
import { encodeVectors, vectorChunks } from "./formats/encode-vectors.js";
import { approximateIndex } from "./hnsw/approximate-index.js";
import { encodeIndex } from "./hnsw/index-bytes.js";
import { toF16 } from "./quantized/f16.js";
import { toInt8 } from "./quantized/int8.js";
import { tableAgreement } from "./quantized/table-agreement.js";
import { analogy } from "./queries/analogy.js";
import { mostSimilar, mostSimilarBatch } from "./queries/most-similar.js";
import { mostSimilarCosMul } from "./queries/most-similar-cos-mul.js";
import { type WordVectors, wordVectors } from "./vectors/word-vectors.js";
import { encodeMetadata, encodeWordList } from "./word-lists/encode-word-list.js";

// Enough rows for kernels to be asked, and for a file of several pieces.
const [V, D] = [20_000, 9];
const words = Array.from({ length: V }, (_, row) => `w${row}`);
const own = wordVectors(
  words,
  Float32Array.from({ length: V * D }, (_, i) => Math.sin(i * i)),
);
/** As `train` of `@wordloom/word2vec` hands a table out: amid other things, in memory that threads share. */
const table = new Float32Array(new SharedArrayBuffer(4 * V * D + 256), 64, V * D);
table.set(own.data);
const vectors = wordVectors(words, table);

describe("vectors in shared memory", () => {
  test.each([
    ["binary", "f32"],
    ["text", "f32"],
    ["glove", "f32"],
    ["tsv", "f32"],
    ["npy", "f32"],
    ["npy", "f16"],
    ["safetensors", "f32"],
    ["safetensors", "f16"],
    ["safetensors", "bf16"],
    ["safetensors", "int8"],
  ] as const)("have the same file, %s with %s, in pieces that anyone may have", (format, numbers) => {
    const file = encodeVectors(vectors, format, { numbers });
    expect(Buffer.compare(file, encodeVectors(own, format, { numbers }))).toBe(0);
    for (const { buffer } of [file, ...vectorChunks(vectors, format, { numbers })]) {
      expect(buffer instanceof ArrayBuffer).toBe(true);
    }
  });

  test.each<[string, (vectors: WordVectors) => unknown]>([
    ["norms", ({ norms }) => norms],
    ["mostSimilar", (given) => mostSimilar(given, "w7")],
    ["mostSimilarBatch", (given) => mostSimilarBatch(given, ["w1", "w2", "w3"])],
    ["mostSimilarCosMul", (given) => mostSimilarCosMul(given, { positive: ["w1", "w2"], negative: ["w3"] })],
    ["analogy", (given) => analogy(given, "w1", "w2", "w3")],
    ["toInt8", ({ data }) => toInt8(data, D)],
    ["toF16", ({ data }) => toF16(data)],
    ["tableAgreement", (given) => tableAgreement(own, given)],
    ["encodeWordList", encodeWordList],
    ["encodeMetadata", encodeMetadata],
    ["approximateIndex", (given) => encodeIndex(approximateIndex(given))],
  ])("give %s the same", (_, call) => {
    expect(call(vectors)).toEqual(call(own));
  });
});
