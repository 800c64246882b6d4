import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBinary } from "./decode-binary.js";
import { decodeText } from "./decode-text.js";
import { decodeVectors, detectFormat } from "./decode-vectors.js";
import { encodeBinary } from "./encode-binary.js";
import { encodeText } from "./encode-text.js";
import { wordOfBytes } from "./word-bytes.js";
import { type WordVectors, wordVectors } from "./word-vectors.js";

const bits = fc.integer().map((pattern) => new Float32Array(Int32Array.of(pattern).buffer)[0]);
const number = fc.oneof(bits.filter(Number.isFinite), fc.float({ min: -1, max: 1, noNaN: true }), fc.constant(-0));

/** What a file can hold: any bytes but spaces and newlines. */
const word = fc.oneof(
  { weight: 4, arbitrary: fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !/[ \n]/.test(text)) },
  {
    weight: 2,
    arbitrary: fc
      .uint8Array({ minLength: 1 })
      .filter((bytes) => !bytes.includes(0x20) && !bytes.includes(0x0a))
      .map(wordOfBytes),
  },
  { weight: 1, arbitrary: fc.constantFrom("__proto__", "constructor", "hasOwnProperty", "\ufeff", "\r", "1", "1e5") },
);

const tables: fc.Arbitrary<WordVectors> = fc
  .record({ words: fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), D: fc.integer({ min: 1, max: 8 }) })
  .chain(({ words, D }) =>
    fc
      .array(number, { minLength: words.length * D, maxLength: words.length * D })
      .map((numbers) => wordVectors(words, Float32Array.from(numbers))),
  );

const sameBits = (a: WordVectors, b: WordVectors) => {
  expect(a.words).toEqual(b.words);
  expect(a.dimension).toBe(b.dimension);
  expect(new Uint32Array(a.data.buffer)).toEqual(new Uint32Array(b.data.buffer));
  expect(a.norms).toEqual(b.norms);
  expect(a.idOf).toEqual(b.idOf);
};

describe.each([
  { name: "text", encode: encodeText, decode: decodeText },
  { name: "binary", encode: encodeBinary, decode: decodeBinary },
])("$name", ({ name, encode, decode }) => {
  test("gives words and numbers back, bit for bit", () => {
    fc.assert(
      fc.property(tables, (vectors) => sameBits(decode(encode(vectors)), vectors)),
      { numRuns: 500 },
    );
  });

  test("gives files back, byte for byte", () => {
    fc.assert(
      fc.property(tables, (vectors) => {
        const file = encode(vectors);
        expect(encode(decode(file))).toEqual(file);
      }),
    );
  });

  test("is known from the other", () => {
    fc.assert(
      fc.property(tables, (vectors) => {
        // Four bytes can be a number in both: 1234.
        fc.pre(vectors.dimension > 1);
        expect(detectFormat(encode(vectors))).toBe(name);
      }),
      { numRuns: 1000 },
    );
  });

  test("damaged in any way, is read as something else or refused in one line", () => {
    const damage = fc.array(fc.record({ at: fc.nat(), remove: fc.nat(3), insert: fc.uint8Array({ maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(tables, damage, fc.option(fc.nat(), { nil: undefined }), (vectors, edits, cut) => {
        let file = [...encode(vectors)];
        for (const { at, remove, insert } of edits) file.splice(at % file.length, remove, ...insert);
        if (cut !== undefined) file = file.slice(0, cut % (file.length + 1));
        for (const read of [decode, decodeVectors]) {
          try {
            const { words, dimension, data, norms } = read(Uint8Array.from(file), { source: "vectors" });
            expect(data.length).toBe(words.length * dimension);
            expect(norms.every(Number.isFinite)).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
            if (error instanceof Error)
              expect(error.message).toMatch(/^decode(Text|Binary|Vectors): [^\p{Cc}]+ \(vectors\)$/u);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ["is empty", ""],
    ["has a space", "a b"],
    ["has a newline", "a\nb"],
    ["has a surrogate that stands for no byte", "\ud800"],
  ])("refuses a word that %s", (_, word) => {
    expect(() => encode(wordVectors(["a", word], new Float32Array(2)))).toThrow(RangeError);
  });
});

describe("encodeText(vectors)", () => {
  test("writes what gensim writes: no space at the end of a line, shortest numbers", () => {
    const vectors = wordVectors(["king", "caf\udce9"], Float32Array.of(1, -0.1, 1 / 3, 1e-10));
    expect(new TextDecoder("latin1").decode(encodeText(vectors))).toBe("2 2\nking 1 -0.1\ncafé 0.33333334 1e-10\n");
  });

  test("names the word that it cannot write", () => {
    expect(() => encodeText(wordVectors(["a", "New York"], new Float32Array(2)))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeText: the word of row 1 is "New York"; a word of this format is at least one byte long and has no space, newline or stray surrogate]`,
    );
  });
});

describe("encodeBinary(vectors)", () => {
  test("writes what word2vec.c writes: a newline after each row", () => {
    const file = encodeBinary(wordVectors(["a", "b"], Float32Array.of(1, 2)));
    expect([...file]).toEqual([..."2 1\na \0\0\x80\x3f\nb \0\0\0\x40\n"].map((character) => character.charCodeAt(0)));
  });

  test("writes more than a chunk", () => {
    const words = Array.from({ length: 3000 }, (_, row) => `w${row}`);
    const vectors = wordVectors(
      words,
      Float32Array.from({ length: 3000 * 200 }, (_, i) => i / 7),
    );
    for (const encode of [encodeBinary, encodeText]) sameBits(decodeVectors(encode(vectors)), vectors);
  });

  test("names the word that it cannot write", () => {
    expect(() => encodeBinary(wordVectors([""], new Float32Array(2)))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeBinary: the word of row 0 is ""; a word of this format is at least one byte long and has no space, newline or stray surrogate]`,
    );
  });
});
