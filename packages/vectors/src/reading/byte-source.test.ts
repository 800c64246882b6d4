import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { decodeBinary } from "../formats/binary/decode-binary.js";
import { decodeVectors } from "../formats/decode-vectors.js";
import { detectFormat } from "../formats/detect-format.js";
import { encodeVectors } from "../formats/encode-vectors.js";
import { decodeText } from "../formats/text/decode-text.js";
import { decodeIndex } from "../hnsw/index-bytes.js";
import { wordVectors } from "../vectors/word-vectors.js";
import { decodeWordList } from "../word-lists/decode-word-list.js";
import { readVectors } from "./read-vectors.js";

const vectors = wordVectors(["tea", "pot", "café"], Float32Array.of(1, 2, 3, 4, 5, 6));

const shared = (bytes: Uint8Array) => {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
};
/** Bytes in the middle of others. */
const amid = (bytes: Uint8Array) => {
  const wide = new Uint8Array(bytes.length + 16).fill(0xff);
  wide.set(bytes, 8);
  return { buffer: wide.buffer, start: 8, length: bytes.length };
};
const elsewhere = runInNewContext("({ Uint8Array, ArrayBuffer, DataView })") as typeof globalThis;

const inMemory: [string, (bytes: Uint8Array) => unknown][] = [
  ["a Uint8Array", (bytes) => bytes],
  ["a Buffer", (bytes) => Buffer.from(bytes)],
  ["an ArrayBuffer", (bytes) => bytes.slice().buffer],
  ["a SharedArrayBuffer", (bytes) => shared(bytes).buffer],
  ["a view of shared memory", shared],
  [
    "a part of a buffer",
    (bytes) => {
      const { buffer, start, length } = amid(bytes);
      return new Uint8Array(buffer, start, length);
    },
  ],
  [
    "a DataView",
    (bytes) => {
      const { buffer, start, length } = amid(bytes);
      return new DataView(buffer, start, length);
    },
  ],
  ["a Uint8ClampedArray", (bytes) => new Uint8ClampedArray(bytes)],
  ["a Uint8Array of another realm", (bytes) => elsewhere.Uint8Array.from(bytes)],
  ["an ArrayBuffer of another realm", (bytes) => elsewhere.Uint8Array.from(bytes).buffer],
  ["a DataView of another realm", (bytes) => new elsewhere.DataView(elsewhere.Uint8Array.from(bytes).buffer)],
];
const sources: [string, (bytes: Uint8Array) => unknown][] = [
  ["a Blob", (bytes) => new Blob([bytes.slice()])],
  ["a stream", (bytes) => new Blob([bytes.slice()]).stream()],
  ["a Response", (bytes) => new Response(bytes.slice())],
  ["a promise of a Response", async (bytes) => new Response(bytes.slice())],
  ["a list of chunks", (bytes) => [bytes.subarray(0, 5), bytes.subarray(5, 5), bytes.subarray(5)]],
];

// @wordloom/bytes has the tests of all sources, and of what is none.
describe("readVectors(source)", () => {
  test.each([...inMemory, ...sources])("reads %s", async (_, form) => {
    for (const format of ["text", "binary"] as const) {
      const read = await readVectors(form(encodeVectors(vectors, format)) as never);
      expect(read.words).toEqual(vectors.words);
      expect(read.data).toEqual(vectors.data);
    }
  });

  test("refuses what is none in one line", async () => {
    await expect(readVectors("ada.txt" as never)).rejects.toThrowErrorMatchingInlineSnapshot(
      `[TypeError: readVectors: the source is a string; a stream, a response, a file, bytes or chunks would be right; for a path there is readVectors of @wordloom/vectors/node]`,
    );
    await expect(readVectors(new Response("", { status: 404 }))).rejects.toThrow(/^readVectors: the response is 404/);
  });
});

describe("what decodes bytes", () => {
  const [text, binary] = (["text", "binary"] as const).map((format) => encodeVectors(vectors, format));

  test.each(inMemory)("takes %s", (_, form) => {
    const given = (bytes: Uint8Array) => form(bytes) as Uint8Array;
    expect(decodeText(given(text)).words).toEqual(vectors.words);
    expect(decodeBinary(given(binary)).data).toEqual(vectors.data);
    expect(decodeVectors(given(binary)).data).toEqual(vectors.data);
    expect(detectFormat(given(text))).toBe("text");
    expect(decodeWordList(given(new TextEncoder().encode("a\nb\n"))).words).toEqual(["a", "b"]);
  });

  test("refuses what is no bytes in memory", () => {
    for (const decode of [decodeText, decodeBinary, decodeVectors, detectFormat, decodeWordList, decodeIndex]) {
      for (const given of [undefined, null, "a.txt", {}, [1, 2], new Blob(["a"]), new Response("a")]) {
        expect(() => decode(given as never)).toThrow(new RegExp(`^${decode.name}: the file is [^\n]*, not its bytes`));
      }
    }
    expect(() => decodeText("a.txt" as never)).toThrowErrorMatchingInlineSnapshot(
      `[TypeError: decodeText: the file is a string, not its bytes in memory, such as a Uint8Array; readVectors takes streams, responses and blobs, that of @wordloom/vectors/node a path]`,
    );
  });
});
