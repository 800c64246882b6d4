import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { corpusFromText, encodeCorpus, trimVocabulary } from "@wordloom/data";
import {
  bytesOfWord,
  decodeVectors,
  decodeWordList,
  encodeVectors,
  encodeWordList,
  mostSimilar,
  readVectors,
  type VectorsFormat,
  type WordVectors,
} from "@wordloom/vectors";
import { beforeAll, describe, expect, test } from "vitest";
import { train } from "./train.js";

const { WORDLOOM_DATA: data } = process.env;

describe.skipIf(!data)("words of Korean film reviews (needs WORDLOOM_DATA)", () => {
  let text: string;
  let vectors: WordVectors;

  beforeAll(async () => {
    text = gunzipSync(readFileSync(join(data ?? "", "ko", "nsmc-reviews.txt.gz"))).toString("utf8");
    const corpus = corpusFromText(text, { lineEnd: "boundary" });
    const frequent = encodeCorpus(corpus, trimVocabulary(corpus.vocabulary, { minCount: 10 }), "drop");
    const run = await train(frequent, { dimension: 40, epochs: 5, subsample: 1e-3, seed: 1 });
    vectors = run.vectors;
  });

  test("are those of the text, to the byte", () => {
    const counts = new Map<string, number>();
    for (const word of text.split(/\s+/)) counts.set(word, (counts.get(word) ?? 0) + 1);
    counts.delete("");
    const frequent = Array.from(counts).filter(([, count]) => count >= 10);
    expect(new Set(vectors.words)).toEqual(new Set(frequent.map(([word]) => word)));
    expect(vectors.words).toContain("영화");
    expect(Buffer.from(bytesOfWord("영화") ?? [])).toEqual(Buffer.from("영화", "utf8"));
  });

  test.each<VectorsFormat>(["binary", "text", "glove", "npy", "safetensors", "tsv"])(
    "go through %s and gzip, and keep their numbers",
    async (format) => {
      const file = encodeVectors(vectors, format);
      const list = decodeWordList(encodeWordList(vectors));
      for (const read of [decodeVectors(file, { list }), await readVectors(gzipSync(file), { list })]) {
        expect(read.words).toEqual(vectors.words);
        expect(Buffer.compare(bytesOf(read.data), bytesOf(vectors.data))).toBe(0);
        expect(mostSimilar(read, "영화")).toEqual(mostSimilar(vectors, "영화"));
      }
    },
  );

  test("have neighbours that are like them", () => {
    const near = (word: string): string[] => mostSimilar(vectors, word, { top: 20 }).map((answer) => answer.word);
    // The best beside the worst, a film beside a drama, in a way that is fun in its spoken form.
    expect(near("최고의")).toContain("최악의");
    expect(near("영화")).toContain("드라마");
    expect(near("재미있게")).toContain("재밌게");
  });

  test("are found by a near spelling", () => {
    expect(() => mostSimilar(vectors, "여화")).toThrow("영화");
  });
});

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
