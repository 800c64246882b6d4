/** @module-tag slow */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arbitraryLine, arbitraryPhrase, arbitraryToken, arbitraryVectors } from "./fixtures/arbitrary-vectors.js";
import { decodeVectors } from "./formats/decode-vectors.js";
import { encodeVectors } from "./formats/encode-vectors.js";
import type { VectorsFormat } from "./formats/format.js";
import { readVectors as readFile } from "./node/read-vectors.js";
import { readVectors } from "./reading/read-vectors.js";
import { type WordVectors, wordVectors } from "./vectors/word-vectors.js";
import { decodeWordList } from "./word-lists/decode-word-list.js";
import { encodeMetadata, encodeWordList } from "./word-lists/encode-word-list.js";
import { bytesOfWord, wordOfBytes } from "./words/word-bytes.js";

/** Cases for each format. Issues ask for 10,000, which takes a minute or two: `WORDLOOM_FUZZ=10000`. */
const numRuns = Number(process.env.WORDLOOM_FUZZ ?? 1000);
const timeout = 600_000 + 60 * numRuns;

/** What files may be damaged with, beside anything at all. */
const scraps = [
  ...["nan", "inf", "-Infinity", "1e39", "1e999999999", "0x1p3", "1,5", "--1", "1e", ".", "-0", "0000000000000000000"],
  ...["1099511627776", "4294967296", "18446744073709551615", "-1", "0", "9".repeat(400)],
  ...["\n", "\r\n", "\r", "\n\n", " ", "  ", "\t", "\0", "\xef\xbb\xbf", "\xff\xfe", "\x80", "\x1f\x8b"],
  ...["1 1\n", "99999999 300\n", "True", "<f8", ">f2", "F64", "BF16", '"', "{", "]", "data_offsets"],
].map((text) => Uint8Array.from(text, (character) => character.charCodeAt(0)));

interface Damage {
  readonly at: number;
  readonly remove: number;
  readonly insert: Uint8Array;
}

/** Changes anywhere, the first bytes, where headers are, more often than others. */
const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.oneof(fc.nat(), fc.nat(40)),
  remove: fc.oneof(fc.nat(3), fc.nat(200)),
  insert: fc.oneof(fc.uint8Array({ maxLength: 4 }), fc.constantFrom(...scraps)),
});
const damages = fc.array(damage, { minLength: 1, maxLength: 3 });
const cuts = fc.option(fc.nat(), { nil: undefined, freq: 3 });

function damaged(file: Uint8Array, changes: readonly Damage[], cut: number | undefined): Uint8Array {
  let bytes = [...file];
  for (const { at, remove, insert } of changes) bytes.splice(at % (bytes.length + 1), remove, ...insert);
  if (cut !== undefined) bytes = bytes.slice(0, cut % (bytes.length + 1));
  return Uint8Array.from(bytes);
}

/** Bytes that typed arrays take while a function runs, each on its own, and the largest of them. */
async function allocated(run: () => unknown): Promise<number> {
  const types = ["Float32Array", "Float64Array", "Int32Array", "Uint8Array", "ArrayBuffer"] as const;
  const originals = types.map((type) => globalThis[type]);
  let sum = 0;
  for (const [i, type] of types.entries()) {
    Object.defineProperty(globalThis, type, {
      configurable: true,
      writable: true,
      value: new Proxy(originals[i], {
        construct(target, args, newTarget) {
          const made = Reflect.construct(target, args, newTarget === globalThis[type] ? target : newTarget);
          if (typeof args[0] === "number") sum += made.byteLength;
          return made;
        },
      }),
    });
  }
  try {
    await run();
  } finally {
    for (const [i, type] of types.entries()) {
      Object.defineProperty(globalThis, type, { configurable: true, writable: true, value: originals[i] });
    }
  }
  return sum;
}

/** What is read is as it must be, or refused in one line that names the file and says where. */
async function expectReadOrRefused(read: () => WordVectors | Promise<WordVectors>, size: number) {
  let vectors: WordVectors | undefined;
  const bytes = await allocated(async () => {
    try {
      vectors = await read();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      expect(error.name, error.stack).toBe("Error");
      expect(error.message).toMatch(/^(decode(Text|Binary|Vectors|WordList)|readVectors): [^\p{Cc}]{1,600} \(file\)$/u);
      expect(error.message).toMatch(
        /line \d|row \d|byte|header|the file|the table|the list|tensor|its (shape|numbers)|metadata/,
      );
    }
  });
  // 64 bytes for each byte of a file whose rows are as short as can be: numbers, lengths, hashes, slots, and growing.
  expect(bytes).toBeLessThan(1_000_000 + 64 * size);
  if (vectors === undefined) return undefined;
  const { words, dimension: D, data, norms, idOf } = vectors;
  expect(words.length).toBeGreaterThan(0);
  expect(data.length).toBe(words.length * D);
  expect(norms).toHaveLength(words.length);
  expect(norms.every(Number.isFinite)).toBe(true);
  expect(words.every((word, row) => idOf.get(word) === row)).toBe(true);
  return vectors;
}

/** A word and its numbers as a line of text has them, found in another way than the reader's. */
function expectLine(line: Uint8Array, word: string | undefined, numbers: Float32Array): void {
  const text = wordOfBytes(line).replace(/[ \t\r]+$/, "");
  const tokens = text.split(/[ \t\r]+/).slice(-numbers.length);
  expect(tokens.map((token) => Math.fround(Number(token)))).toEqual([...numbers]);
  if (word === undefined) return;
  expect(text.startsWith(word)).toBe(true);
  expect(/^[ \t\r]/.test(text.slice(word.length))).toBe(true);
}

function linesOf(file: Uint8Array): Buffer[] {
  const text = Buffer.from(file).toString("latin1");
  return text.split("\n").map((line) => Buffer.from(line, "latin1"));
}

/** The rows of a binary file, found in another way than the reader's. */
function expectRows(file: Uint8Array, { words, dimension: D, data }: WordVectors): void {
  const buffer = Buffer.from(file);
  let at = buffer.indexOf("\n") + 1;
  for (const [row, word] of words.entries()) {
    while (buffer[at] === 0x0a) at++;
    const bytes = bytesOfWord(word) ?? new Uint8Array();
    expect(Buffer.compare(buffer.subarray(at, at + bytes.length), bytes)).toBe(0);
    at += bytes.length + 1;
    for (let d = 0; d < D; d++, at += 4) expect(buffer.readFloatLE(at)).toBe(data[row * D + d]);
  }
}

interface Case {
  readonly name: string;
  readonly format: VectorsFormat;
  readonly words: fc.Arbitrary<string>;
  readonly encode: (vectors: WordVectors) => Uint8Array;
  /** Whether the words are in a list, which stays whole. */
  readonly isListed: boolean;
  readonly check: (file: Uint8Array, vectors: WordVectors) => void;
}

const withoutNewlines = ({ words, dimension: D, data }: WordVectors) =>
  Buffer.concat([
    Buffer.from(`${words.length} ${D}\n`),
    ...words.flatMap((word, row) => [
      Buffer.from(bytesOfWord(word) ?? []),
      Buffer.from(" "),
      Buffer.from(data.slice(row * D, (row + 1) * D).buffer),
    ]),
  ]);

/** `.npy` of other kinds than are written here: the numbers as f64, big-endian, column by column, version 2. */
const unusualNpy = ({ words, dimension: D, data }: WordVectors) => {
  const header = `{'descr': '>f8', 'fortran_order': True, 'shape': (${words.length}, ${D}), }\n`;
  const file = Buffer.alloc(12 + header.length + 8 * data.length);
  file.write("\x93NUMPY\x02\0", "latin1");
  file.writeUInt32LE(header.length, 8);
  file.write(header, 12);
  for (let i = 0; i < data.length; i++) {
    const [row, d] = [Math.floor(i / D), i % D];
    file.writeDoubleBE(data[i], 12 + header.length + 8 * (d * words.length + row));
  }
  return file;
};

const textLines = (first: number) => (file: Uint8Array, vectors: WordVectors) => {
  const lines = linesOf(file).slice(first);
  const { words, dimension: D, data } = vectors;
  // A mark at the start of the file is no part of its first line.
  if (first === 0 && lines[0].indexOf("\xef\xbb\xbf", 0, "latin1") === 0 && words[0] !== "\ufeff")
    lines[0] = lines[0].subarray(3);
  for (const [row, word] of words.entries()) expectLine(lines[row], word, data.subarray(row * D, (row + 1) * D));
};

const cases: Case[] = [
  {
    name: "text",
    format: "text",
    words: arbitraryToken,
    encode: (v) => encodeVectors(v, "text"),
    isListed: false,
    check: textLines(1),
  },
  {
    name: "GloVe",
    format: "glove",
    words: arbitraryPhrase,
    encode: (v) => encodeVectors(v, "glove"),
    isListed: false,
    check: textLines(0),
  },
  {
    name: "binary",
    format: "binary",
    words: arbitraryToken,
    encode: (v) => encodeVectors(v, "binary"),
    isListed: false,
    check: expectRows,
  },
  {
    name: "binary without newlines",
    format: "binary",
    words: arbitraryToken,
    encode: withoutNewlines,
    isListed: false,
    check: expectRows,
  },
  ...(["f32", "f16", "bf16"] as const).map((numbers) => ({
    name: `safetensors of ${numbers}`,
    format: "safetensors" as const,
    words: fc.string({ unit: "binary" }),
    encode: (v: WordVectors) => encodeVectors(v, "safetensors", { numbers }),
    isListed: false,
    check: () => {},
  })),
  ...(["f32", "f16"] as const).map((numbers) => ({
    name: `npy of ${numbers}`,
    format: "npy" as const,
    words: arbitraryLine,
    encode: (v: WordVectors) => encodeVectors(v, "npy", { numbers }),
    isListed: true,
    check: () => {},
  })),
  {
    name: "npy of f64 in columns",
    format: "npy",
    words: arbitraryLine,
    encode: unusualNpy,
    isListed: true,
    check: () => {},
  },
  {
    name: "tsv",
    format: "tsv",
    words: arbitraryLine,
    encode: (v) => encodeVectors(v, "tsv"),
    isListed: true,
    check: (file, { words, dimension: D, data }) => {
      const lines = linesOf(file);
      for (const row of words.keys()) expectLine(lines[row], undefined, data.subarray(row * D, (row + 1) * D));
    },
  },
];

// The kernel for binary files is compiled for a large one; from then on it reads those of any size.
beforeAll(() => {
  decodeVectors(encodeVectors(wordVectors(["large"], new Float32Array(2 ** 15)), "binary"));
});

describe.each(cases)("$name, damaged in any way", ({ format, words, encode, isListed, check }) => {
  const files = arbitraryVectors(words).chain((vectors) => {
    const { words, data } = vectors;
    // Of a size that every type of number can hold.
    const small = { ...vectors, data: data.map((number) => (Math.abs(number) < 60_000 ? number : 1)) };
    try {
      return fc.constant({ words, file: encode(small) });
    } catch {
      return fc.constant(undefined);
    }
  });

  test(`is read right or refused (${numRuns} cases)`, { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(files, damages, cuts, fc.nat(2), async (valid, changes, cut, way) => {
        fc.pre(valid !== undefined);
        const file = damaged(valid.file, changes, cut);
        const options = { source: "file", ...(isListed ? { list: { words: valid.words } } : {}) };
        if (way === 0) {
          const vectors = await expectReadOrRefused(() => decodeVectors(file, { ...options, format }), file.length);
          if (vectors !== undefined) check(file, vectors);
        } else if (way === 1) {
          await expectReadOrRefused(() => decodeVectors(file, options), file.length);
        } else {
          // A stream whose size nobody knows, so that only what has arrived can warrant memory, but for two windows of 1 MiB.
          await expectReadOrRefused(() => readVectors(chunks(file), options), file.length + (4 << 20) / 64);
        }
      }),
      { numRuns },
    );
  });
});

async function* chunks(file: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield file.subarray(0, 20);
  yield file.subarray(20);
}

describe("gzip, damaged in any way", () => {
  const files = arbitraryVectors(arbitraryToken).map((vectors) => gzipSync(encodeVectors(vectors, "text")));

  test(`is read right or refused (${numRuns} cases)`, { timeout }, async () => {
    await fc.assert(
      fc.asyncProperty(files, damages, cuts, async (valid, changes, cut) => {
        const file = damaged(valid, changes, cut);
        await expectReadOrRefused(() => readVectors(file, { source: "file" }), file.length + (4 << 20) / 64);
      }),
      { numRuns },
    );
  });
});

describe.each(["binary", "binary.gz", "text", "text.gz"])("%s on disk, damaged in any way", (form) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "wordloom-fuzz-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const files = arbitraryVectors(arbitraryToken).map((vectors) => {
    const file = encodeVectors(vectors, form.startsWith("binary") ? "binary" : "text");
    return form.endsWith("gz") ? gzipSync(file) : file;
  });

  test(`is read right or refused (${numRuns} cases)`, { timeout }, async () => {
    const path = join(folder, "file");
    // Messages name the whole path; here, as elsewhere, it is "file".
    const read = () =>
      readFile(path).catch((error: Error) => {
        error.message = error.message.replace(path, "file");
        throw error;
      });
    await fc.assert(
      fc.asyncProperty(files, damages, cuts, async (valid, changes, cut) => {
        const file = damaged(valid, changes, cut);
        writeFileSync(path, file);
        await expectReadOrRefused(read, file.length + (4 << 20) / 64);
      }),
      { numRuns },
    );
  });
});

describe.each([
  { name: "a word list", encode: encodeWordList },
  { name: "metadata", encode: encodeMetadata },
])("$name, damaged in any way", ({ encode }) => {
  test(`is read right or refused (${numRuns} cases)`, { timeout }, () => {
    const lists = fc
      .tuple(fc.uniqueArray(arbitraryLine, { minLength: 1 }), fc.boolean())
      .map(([words, isCounted]) =>
        isCounted ? { words, counts: words.map((_, row) => 9 - row + words.length) } : { words },
      );
    fc.assert(
      fc.property(lists, damages, cuts, (list, changes, cut) => {
        let file: Uint8Array;
        try {
          file = damaged(encode(list), changes, cut);
        } catch {
          fc.pre(false);
          return;
        }
        try {
          const { words, counts } = decodeWordList(file, { source: "file" });
          expect(words.every((word) => word !== "" && !word.includes("\n"))).toBe(true);
          if (counts !== undefined) expect(Array.from(counts).every(Number.isSafeInteger)).toBe(true);
          if (counts !== undefined) expect(counts).toHaveLength(words.length);
        } catch (error) {
          if (!(error instanceof Error)) throw error;
          expect(error.message).toMatch(/^decodeWordList: [^\p{Cc}]{1,300} \(file\)$/u);
        }
      }),
      { numRuns },
    );
  });
});
