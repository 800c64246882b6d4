import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { corpusFromText, readCorpus } from "../corpus/read-corpus.js";
import { LONGEST_WORD, wholeTokens } from "./whole-tokens.js";

const utf8 = (text: string) => new TextEncoder().encode(text);
const complaint = (promise: Promise<unknown>) => promise.then(() => "none", String);

/** Bytes in chunks of a length, all in the same memory, as a reader of files may have it. */
function* inChunks(bytes: Uint8Array, length: number): Generator<Uint8Array> {
  const memory = new Uint8Array(length);
  for (let at = 0; at < bytes.length; at += length) {
    const chunk = bytes.subarray(at, at + length);
    memory.set(chunk);
    yield memory.subarray(0, chunk.length);
  }
}

async function pieces(chunks: Iterable<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  const tooLong = () => {
    throw new Error("too long");
  };
  for await (const piece of wholeTokens(chunks, tooLong)) all.push(piece.slice());
  return all;
}

describe("wholeTokens(chunks)", () => {
  test("gives the same bytes, and every piece but the last ends with white space", async () => {
    const text = fc.string({ unit: fc.constantFrom("a", "고", "\n", " ", "\r", "\u00a0") });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (text, length) => {
        const all = await pieces(inChunks(utf8(text), length));
        expect(Buffer.concat(all).toString()).toBe(text);
        for (const piece of all.slice(0, -1)) expect([9, 10, 11, 12, 13, 32]).toContain(piece.at(-1));
      }),
    );
  });
});

describe("a text without white space", () => {
  test("is the same word whole and in chunks, wherever they end", async () => {
    const word = fc.string({
      unit: fc.constantFrom("a", "é", "고", "😀", "{", "\u00a0", "\u200b"),
      minLength: 1,
      maxLength: 99,
    });
    await fc.assert(
      fc.asyncProperty(word, fc.nat(3000), fc.array(fc.nat(1 << 20)), async (word, times, cuts) => {
        const text = word.repeat(times + 1);
        const bytes = utf8(text);
        const ends = [...new Set(cuts.map((cut) => cut % bytes.length))].sort((a, b) => a - b);
        const chunks = [...ends, bytes.length].map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
        expect(await readCorpus(chunks)).toEqual(corpusFromText(text));
      }),
      { numRuns: 50 },
    );
  });

  // To copy, for each chunk that comes, what came before it would be to copy 137 gigabytes.
  test("takes time in proportion to its length, in chunks of four bytes", async () => {
    const word = "x".repeat(LONGEST_WORD);
    const corpus = await readCorpus(inChunks(utf8(`${word} y`), 4));
    expect(corpus.vocabulary.words).toEqual([word, "y", "<eos>"]);
  });

  test("is refused beyond 1,048,576 bytes, with the place and likely causes, whole and in chunks", async () => {
    const long = "고".repeat(LONGEST_WORD / 3 + 1);
    for (const text of [`a b\nc ${long}`, `a b\nc ${long} d`]) {
      const expected =
        "the word at byte 6 (line 2) of corpus.txt is longer than 1,048,576 bytes; is it text without spaces, base64, " +
        "or JSON in one line? Words are what stands between white space";
      const options = { source: "corpus.txt" };
      expect(() => corpusFromText(text, options)).toThrow(`corpusFromText: ${expected}`);
      for (const length of [1000, 2 ** 16, 2 ** 22]) {
        expect(await complaint(readCorpus(inChunks(utf8(text), length), options))).toBe(
          `Error: readCorpus: ${expected}`,
        );
      }
    }
  });

  test("is refused before more of it is read than that", async () => {
    let read = 0;
    function* endless() {
      const chunk = new Uint8Array(2 ** 16).fill(0x78);
      for (;;) {
        read += chunk.length;
        yield chunk;
      }
    }
    expect(await complaint(readCorpus(endless()))).toContain("byte 0 (line 1) of the text is longer than");
    expect(read).toBeLessThanOrEqual(LONGEST_WORD + 2 ** 16);
  });
});
