import { describe, expect, test } from "vitest";
import { floatOfBfloat, floatOfHalf } from "../quantized/half-float.js";
import { wordVectors } from "../vectors/word-vectors.js";
import { encodeBinary } from "./binary/encode-binary.js";
import { decodeVectors } from "./decode-vectors.js";
import { encodeVectors, vectorChunks } from "./encode-vectors.js";
import { encodeText } from "./text/encode-text.js";

const vectors = wordVectors(["king", "caf\udce9"], Float32Array.of(1, -0.1, 1 / 3, 1e-10));
const latin1 = (file: Uint8Array) => new TextDecoder("latin1").decode(file);
const tooLarge = wordVectors(["a", "b"], Float32Array.of(1, 2, 3, 65_520));

describe('encodeVectors(vectors, "text")', () => {
  test("writes what gensim writes: no space at the end of a line, shortest numbers", () => {
    expect(latin1(encodeVectors(vectors, "text"))).toBe("2 2\nking 1 -0.1\ncafé 0.33333334 1e-10\n");
    expect(encodeText(vectors)).toEqual(encodeVectors(vectors, "text"));
  });

  test("names the word that it cannot write", () => {
    expect(() => encodeText(wordVectors(["a", "New York"], new Float32Array(2)))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeText: the word of row 1 is "New York"; a word of this format is at least one byte long and has no space, newline or stray surrogate]`,
    );
  });
});

describe('encodeVectors(vectors, "binary")', () => {
  test("writes what word2vec.c writes: a newline after each row", () => {
    const file = encodeVectors(wordVectors(["a", "b"], Float32Array.of(1, 2)), "binary");
    expect(latin1(file)).toBe("2 1\na \0\0\u20ac?\nb \0\0\0@\n");
    expect(encodeBinary(wordVectors(["a", "b"], Float32Array.of(1, 2)))).toEqual(file);
  });

  test("names the word that it cannot write", () => {
    expect(() => encodeBinary(wordVectors([""], new Float32Array(2)))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeBinary: the word of row 0 is ""; a word of this format is at least one byte long and has no space, newline or stray surrogate]`,
    );
  });
});

describe.each(["text", "binary"] as const)('encodeVectors(vectors, "%s")', (format) => {
  test.each([
    ["is empty", ""],
    ["has a space", "a b"],
    ["has a newline", "a\nb"],
    ["has a surrogate that stands for no byte", "\ud800"],
  ])("refuses a word that %s", (_, word) => {
    expect(() => encodeVectors(wordVectors(["a", word], new Float32Array(2)), format)).toThrow(RangeError);
  });
});

describe('encodeVectors(vectors, "glove")', () => {
  test("writes lines without a header", () => {
    expect(latin1(encodeVectors(vectors, "glove"))).toBe("king 1 -0.1\ncafé 0.33333334 1e-10\n");
  });

  test("refuses words that could not be told from numbers", () => {
    const write = (...words: string[]) =>
      encodeVectors(wordVectors(words, new Float32Array(2 * words.length)), "glove");
    expect(() => write("a", "top 10")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeVectors: the word of row 1 is "top 10"; a word of this format is at least one byte long and has no newline, return, tab or stray surrogate, and no space at an end or before a number]`,
    );
    expect(() => write("\ufeffking")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeVectors: the word of row 0 is "\\ufeffking"; its U+FEFF would be taken for a byte order mark]`,
    );
    // Bytes that are not UTF-8, by which UTF-16 begins; and the two letters and more by which compressed files do.
    for (const word of ["\udcff\udcfea", "BZh91AY&SY"]) expect(() => write(word)).toThrow("is taken for");
    for (const word of ["", " a", "a ", "a\tb", "a\rb", "a\nb", "a nan", "\ud800"]) {
      expect(() => write(word)).toThrow(RangeError);
    }
  });
});

describe('encodeVectors(vectors, "tsv")', () => {
  test("writes numbers with tabs between them", () => {
    expect(latin1(encodeVectors(vectors, "tsv"))).toBe("1\t-0.1\n0.33333334\t1e-10\n");
  });
});

describe('encodeVectors(vectors, "npy")', () => {
  test("writes what numpy.save writes", () => {
    const file = encodeVectors(vectors, "npy");
    const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 2), }";
    expect(latin1(file.subarray(10, 128))).toBe(`${header.padEnd(117)}\n`);
    expect([...file.subarray(0, 10)]).toEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0]);
    expect(new Float32Array(file.slice(128).buffer)).toEqual(vectors.data);
  });

  test("rounds to halves", () => {
    const file = encodeVectors(vectors, "npy", { numbers: "f16" });
    expect(latin1(file.subarray(10, 30))).toBe("{'descr': '<f2', 'fo");
    expect([...new Uint16Array(file.slice(128).buffer)].map(floatOfHalf)).toEqual([
      1, -0.0999755859375, 0.333251953125, 0,
    ]);
  });

  test("says what it cannot write", () => {
    expect(() => encodeVectors(vectors, "npy", { numbers: "bf16" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeVectors: NumPy has no bf16; f16 or f32 would be right]`,
    );
    expect(() => encodeVectors(vectors, "npy", { numbers: "int8" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeVectors: .npy has no place for the scales of int8; safetensors has, or f16 would be right]`,
    );
    expect(() => encodeVectors(tooLarge, "npy", { numbers: "f16" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeVectors: number 1 of row 1, "b", is 65520; too large for f16]`,
    );
  });
});

describe('encodeVectors(vectors, "safetensors")', () => {
  test("writes a header that starts the numbers at a multiple of eight bytes", () => {
    const file = encodeVectors(wordVectors(["a", "\udce9"], Float32Array.of(1, 2), { counts: [7, 3] }), "safetensors");
    const view = new DataView(file.buffer);
    const length = Number(view.getBigUint64(0, true));
    expect(length % 8).toBe(0);
    const header = JSON.parse(latin1(file.subarray(8, 8 + length)));
    // The words stay in ASCII, for JSON in Rust refuses lone surrogates.
    expect(header).toEqual({
      __metadata__: { words: '["a","\\udce9"]', counts: "[7,3]" },
      embeddings: { dtype: "F32", shape: [2, 1], data_offsets: [0, 8] },
    });
    expect(file.length).toBe(8 + length + 8);
    expect([view.getFloat32(8 + length, true), view.getFloat32(12 + length, true)]).toEqual([1, 2]);
  });

  test("rounds to halves of two kinds", () => {
    const rounded = (numbers: "bf16" | "f16") => decodeVectors(encodeVectors(vectors, "safetensors", { numbers })).data;
    expect(rounded("f16")).toEqual(Float32Array.of(1, -0.0999755859375, 0.333251953125, 0));
    expect(rounded("bf16")).toEqual(Float32Array.of(1, -0.10009765625, floatOfBfloat(0x3eab), floatOfBfloat(0x2edc)));
    expect(() => encodeVectors(tooLarge, "safetensors", { numbers: "f16" })).toThrow("number 1 of row 1");
    const largest = wordVectors(["a"], Float32Array.of(3.4028234663852886e38));
    expect(() => encodeVectors(largest, "safetensors", { numbers: "bf16" })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeVectors: number 0 of row 0, "a", is 3.4028234663852886e+38; too large for bf16]`,
    );
  });

  test("writes a byte a number and a scale a row, the scales first", () => {
    const long = wordVectors(["a", "b"], Float32Array.of(127, -64, 0.5, -1));
    const file = encodeVectors(long, "safetensors", { numbers: "int8" });
    const length = Number(new DataView(file.buffer).getBigUint64(0, true));
    expect(JSON.parse(latin1(file.subarray(8, 8 + length)))).toEqual({
      __metadata__: { words: '["a","b"]' },
      weights: { dtype: "F32", shape: [2], data_offsets: [0, 8] },
      embeddings: { dtype: "I8", shape: [2, 2], data_offsets: [8, 12] },
    });
    expect([...new Int8Array(file.buffer, 16 + length)]).toEqual([127, -64, 64, -127]);
    const scale = Math.fround(1 / 127);
    expect(decodeVectors(file).data).toEqual(Float32Array.of(127, -64, 64 * scale, -127 * scale));
  });

  test("refuses more words than a header may hold", () => {
    const long = wordVectors(["x".repeat(100_000_000)], new Float32Array(1));
    expect(() => encodeVectors(long, "safetensors")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeVectors: 1 words make a header of 100000104 bytes, and safetensors allows 100000000; write .npy, whose words are in a file of their own]`,
    );
  });
});

describe("encodeVectors(vectors, format, { numbers })", () => {
  test.each(["binary", "glove", "text", "tsv"] as const)("is refused where a format has f32 alone: %s", (format) => {
    expect(() => encodeVectors(vectors, format, { numbers: "f16" })).toThrow(
      `encodeVectors: ${format} has no f16; npy and safetensors have`,
    );
    expect(encodeVectors(vectors, format, { numbers: "f32" })).toEqual(encodeVectors(vectors, format));
  });
});

describe("vectorChunks(vectors, format, { signal })", () => {
  const many = wordVectors(
    Array.from({ length: 1000 }, (_, row) => `w${row}`),
    new Float32Array(1000 * 1000).fill(1),
  );

  test("throws the reason of the signal in the place of the next piece", () => {
    for (const format of ["binary", "text", "glove", "npy", "safetensors", "tsv"] as const) {
      const controller = new AbortController();
      const { signal } = controller;
      const chunks = vectorChunks(many, format, { signal });
      expect(chunks.next().done).toBe(false);
      controller.abort(new Error("planted"));
      expect(() => chunks.next()).toThrow("planted");
      expect(() => vectorChunks(many, format, { signal }).next()).toThrow("planted");
    }
  });

  test("throws it after the last piece, too: what has all pieces was not interrupted", () => {
    const controller = new AbortController();
    const chunks = vectorChunks(many, "npy", { signal: controller.signal });
    for (let left = 1000 * 1000 * 4 + 128; left > 0; left -= chunks.next().value?.length ?? left);
    controller.abort(new Error("planted"));
    expect(() => chunks.next()).toThrow("planted");
  });

  test("gives the same pieces where nobody aborts", () => {
    const { signal } = new AbortController();
    expect([...vectorChunks(many, "binary", { signal })]).toEqual([...vectorChunks(many, "binary")]);
  });
});
