import { describe, expect, test } from "vitest";
import { encodeVectors } from "../formats/encode-vectors.js";
import { wordVectors } from "../vectors/word-vectors.js";
import { readVectors } from "./read-vectors.js";

const word = "x".repeat(2 ** 20);
const vectors = wordVectors([word, "y"], Float32Array.of(1, 2.5, 3, 4.5));

function* inChunks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 4) yield bytes.subarray(at, at + 4);
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* inChunks(bytes);
}

describe("readVectors(chunks) of four bytes each", () => {
  // To look at what has come, or to copy it, with each chunk anew would take 137 gigabytes.
  test.each(["text", "glove", "safetensors"] as const)(
    "takes time in proportion to a long word: %s",
    async (format) => {
      const read = await readVectors(chunksOf(encodeVectors(vectors, format)), { format });
      expect(read.words.map((each) => each.length)).toEqual([2 ** 20, 1]);
      expect(read.data).toEqual(vectors.data);
    },
  );

  test("takes time in proportion to a long number", async () => {
    const file = new TextEncoder().encode(`1.${"0".repeat(2 ** 20)}\t2\n`);
    const read = await readVectors(chunksOf(file), { format: "tsv", list: { words: ["x"] } });
    expect(read.data).toEqual(Float32Array.of(1, 2));
  });

  test("finds the format of a long line, or that there is none", async () => {
    const text = new TextEncoder().encode(`${word} no numbers`);
    await expect(readVectors(chunksOf(text))).rejects.toThrow("the formats that are known");
  });
});

describe("readVectors(chunks) of a text without newlines", () => {
  test("ends before all of it is in memory", async () => {
    let read = 0;
    async function* endless() {
      yield new TextEncoder().encode("2 2\n");
      const chunk = new Uint8Array(2 ** 22).fill(0x78);
      for (;;) {
        read += chunk.length;
        yield chunk;
      }
    }
    await expect(readVectors(endless(), { format: "text", source: "a" })).rejects.toThrow(
      "decodeText: the line at byte 4 is longer than 67,108,864 bytes; is it a text without newlines? (a)",
    );
    expect(read).toBeLessThan(2 ** 28);
  });
});
