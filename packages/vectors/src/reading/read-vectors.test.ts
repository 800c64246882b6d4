import { gzipSync } from "node:zlib";
import type { ByteSource } from "@wordloom/bytes";
import { describe, expect, test } from "vitest";
import { encodeVectors } from "../formats/encode-vectors.js";
import { wordVectors } from "../vectors/word-vectors.js";
import { readVectors } from "./read-vectors.js";

const vectors = wordVectors(
  Array.from({ length: 2000 }, (_, row) => `w${row}`),
  Float32Array.from({ length: 2000 * 50 }, (_, i) => Math.sin(i)),
);
const file = encodeVectors(vectors, "text");
const message = (promise: Promise<unknown>) =>
  promise.then(
    () => "no error",
    (error: Error) => `${error.name}: ${error.message}`,
  );

/** Chunks of a file, and what became of their source. */
function watched(bytes: Uint8Array, size: number, failure?: Error) {
  const seen = { chunks: 0, isClosed: false };
  async function* chunks() {
    try {
      for (let at = 0; at < bytes.length; at += size) {
        seen.chunks++;
        yield bytes.subarray(at, at + size);
      }
      if (failure !== undefined) throw failure;
    } finally {
      seen.isClosed = true;
    }
  }
  return { seen, chunks: chunks() };
}

describe("readVectors(source)", () => {
  test.each<[string, () => ByteSource | null]>([
    ["bytes", () => file],
    ["a blob", () => new Blob([file])],
    ["a stream", () => new Blob([file]).stream()],
    ["the body of a response", () => new Response(file).body],
    ["chunks", () => watched(file, 1000).chunks],
    ["bytes of gzip", () => gzipSync(file)],
    ["a stream of gzip", () => new Blob([gzipSync(file)]).stream()],
    [
      "gzip of several members",
      () => new Blob([gzipSync(file.subarray(0, 9)), gzipSync(file.subarray(9)), gzipSync("")]),
    ],
    ["chunks of gzip, a byte each", () => watched(gzipSync(file), 1).chunks],
  ])("reads %s", async (_, source) => {
    const read = await readVectors(source());
    expect(read.words).toEqual(vectors.words);
    expect(read.data).toEqual(vectors.data);
  });

  test.each([
    ["plain", file],
    ["packed", gzipSync(file)],
  ])("asks for no more than a limit takes, and closes the source: %s", async (_, bytes) => {
    const { seen, chunks } = watched(bytes, 2000);
    expect((await readVectors(chunks, { limit: 2 })).words).toEqual(["w0", "w1"]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(seen.isClosed).toBe(true);
    expect(seen.chunks).toBeLessThan(bytes.length / 2000 / 4);
  });

  test("closes the source where it refuses the file", async () => {
    const { seen, chunks } = watched(new TextEncoder().encode("2 2\na 1 2\nb 1\nc".padEnd(1000)), 10);
    expect(await message(readVectors(chunks, { source: "vectors.txt" }))).toMatchInlineSnapshot(
      `"Error: decodeText: line 3 has 1 numbers, the header promised 2 (vectors.txt)"`,
    );
    expect(seen.isClosed).toBe(true);
  });

  test.each([
    ["plain", file],
    ["packed", gzipSync(file)],
  ])("passes on what the source fails with: %s", async (_, bytes) => {
    const { chunks } = watched(bytes.subarray(0, 2000), 100, new Error("connection lost"));
    expect(await message(readVectors(chunks))).toBe("Error: connection lost");
  });

  test("says what is wrong with what is packed", async () => {
    const packed = gzipSync(file);
    const damaged = packed.slice();
    damaged.fill(0xff, 3000, 3010);
    const options = { source: "vectors.txt.gz" };
    for (const bytes of [packed.subarray(0, -100), packed.subarray(0, 5), damaged]) {
      expect(await message(readVectors(bytes, options))).toMatch(
        /^Error: readVectors: cannot unpack more than \d+ bytes: .+; is it whole\? \(vectors\.txt\.gz\)$/,
      );
    }
  });
});
