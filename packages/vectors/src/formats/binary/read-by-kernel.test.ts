import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ReadingNote } from "../../messages/reading-note.js";
import type { DecodeOptions } from "../../reading/decode-options.js";
import { readVectors } from "../../reading/read-vectors.js";
import { rowOf } from "../../vectors/indexed-vectors.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { bytesOfWord } from "../../words/word-bytes.js";
import { decodeBinary } from "./decode-binary.js";

/** The same readers where there is no WebAssembly. */
let plainDecodeBinary: typeof decodeBinary;
let plainReadVectors: typeof readVectors;

beforeAll(async () => {
  vi.resetModules();
  vi.stubGlobal("WebAssembly", undefined);
  ({ decodeBinary: plainDecodeBinary } = await import("./decode-binary.js"));
  ({ readVectors: plainReadVectors } = await import("../../reading/read-vectors.js"));
  // The kernels of a module are compiled when they are first needed.
  plainDecodeBinary(fileOf(1000, 40, {}));
  vi.unstubAllGlobals();
  decodeBinary(fileOf(1000, 40, {}));
});

afterAll(() => vi.resetModules());

interface Oddities {
  /** Words of some rows. */
  readonly words?: ReadonlyMap<number, string>;
  /** Whether a newline follows each row. */
  readonly newlines?: boolean;
  /** The first number of some rows. */
  readonly numbers?: ReadonlyMap<number, number>;
  /** Whether numbers are of everyday size. */
  readonly isEveryday?: boolean;
}

/** A file of V rows, whose words are `w0`, `w1` …, and whose numbers have bytes of all kinds. */
function fileOf(V: number, D: number, { words, newlines, numbers, isEveryday }: Oddities): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.from(Buffer.from(`${V} ${D}\n`))];
  for (let row = 0; row < V; row++) {
    const size = (d: number) => (isEveryday ? 0.1 : 10 ** ((row + d) % 9));
    const vector = Float32Array.from({ length: D }, (_, d) => Math.sin(row * D + d) * size(d));
    const number = numbers?.get(row);
    if (number !== undefined) vector[0] = number;
    parts.push(bytesOfWord(words?.get(row) ?? `w${row}`) ?? new Uint8Array(0), Uint8Array.of(0x20));
    parts.push(new Uint8Array(vector.buffer), new Uint8Array(newlines ? 1 : 0).fill(0x0a));
  }
  return Buffer.concat(parts);
}

/** All there is to know of the vectors, and the notes, or the message of the error. */
async function outcome(
  read: (options: DecodeOptions) => WordVectors | Promise<WordVectors>,
  options: DecodeOptions,
): Promise<unknown> {
  const notes: ReadingNote[] = [];
  try {
    const vectors = await read({ ...options, onNote: (note) => notes.push(note) });
    const { words, dimension, data, norms } = vectors;
    const rows = words.map((word) => rowOf(vectors, word));
    return [words, dimension, Buffer.from(data.slice().buffer).toString("latin1"), norms, rows, notes];
  } catch (error) {
    return String(error);
  }
}

async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array, void> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.slice(at, at + size);
    at += size;
  }
  if (at < bytes.length) yield bytes.slice(at);
}

/** Words and rows enough for several turns of the kernel, one in which it takes all that it can, and few. */
const sizes = [
  [9000, 1],
  [9000, 2],
  [4000, 7],
  [2000, 40],
  [400, 300],
  [3, 131_069],
  [3, 131_073],
  [1, 3],
  [2, 2],
  [5, 4],
] as const;

const rowNumbers = fc.oneof(fc.nat({ max: 9000 }), fc.nat({ max: 3 }));
const oddWords = fc.array(
  fc.tuple(
    rowNumbers,
    fc.oneof(
      fc.constantFrom("", "w0", "w1", "größte", "\udcff", "\ud83d\ude00", "_".repeat(300), "_".repeat(140_000)),
      fc.constantFrom(
        "a\nb",
        "\na",
        "new york",
        "new york city",
        "a ",
        " a",
        "San Francisco Bay ",
        "a\t b",
        "ab\n cd",
        "\0 x",
      ),
      fc.string({ unit: "grapheme", minLength: 1 }),
    ),
  ),
  { maxLength: 4 },
);
const oddNumbers = fc.option(fc.tuple(rowNumbers, fc.constantFrom(Number.NaN, Infinity, -Infinity, 3.4e38, 1e-45)), {
  freq: 1,
});
const files = fc
  .record({
    size: fc.constantFrom(...sizes),
    words: oddWords,
    number: oddNumbers,
    newlines: fc.boolean(),
    isEveryday: fc.boolean(),
    cut: fc.option(fc.oneof(fc.nat(400_000), fc.integer({ min: -40, max: -1 })), { nil: undefined, freq: 2 }),
    more: fc.constantFrom(
      "",
      "",
      "",
      "\n",
      "\n\n",
      "w0 1234",
      " ",
      "x 12345678901234567890123456789012345678901234567890",
    ),
    first: fc.constantFrom("", "", "", "", "\n", "\n\n"),
  })
  .map(({ size: [V, D], words, number, newlines, isEveryday, cut, more, first }) => {
    const file = fileOf(V, D, {
      words: new Map(words.map(([row, word]) => [row % V, word])),
      newlines,
      isEveryday,
      ...(number && { numbers: new Map([[number[0] % V, number[1]]]) }),
    });
    const header = file.indexOf(0x0a) + 1;
    const parts = [file.subarray(0, header), Buffer.from(first), file.subarray(header), Buffer.from(more)];
    return { V, file: new Uint8Array(Buffer.concat(parts).subarray(0, cut)) };
  });
const limits = fc.option(
  fc.oneof(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 4 }), fc.constant("V")),
  {
    nil: undefined,
  },
);
const rest = fc.record({
  duplicates: fc.constantFrom("refuse" as const, "skip" as const),
  unproven: fc.constantFrom("refuse" as const, "refuse" as const, "accept" as const),
});

describe("readByKernel(window, partial, most, newlines, error)", () => {
  test("reads what a reader without WebAssembly reads, and refuses with the same words", async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(files, limits, rest, async ({ V, file }, limit, how) => {
        const options = { ...how, ...(limit !== undefined && { limit: limit === "V" ? V : limit }) };
        const expected = await outcome((options) => plainDecodeBinary(file, options), options);
        expect(await outcome((options) => decodeBinary(file, options), options)).toEqual(expected);
        if (typeof expected === "string") refused++;
      }),
      { numRuns: 60 },
    );
    // Both kinds come.
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(60);
  });

  test("reads a stream alike, packed or not, in chunks of any size", async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        limits,
        rest,
        fc.array(fc.oneof(fc.nat(40), fc.nat(100_000)), { maxLength: 8 }),
        fc.boolean(),
        async ({ V, file }, limit, how, sizes, isPacked) => {
          const options = { ...how, ...(limit !== undefined && { limit: limit === "V" ? V : limit }) };
          const read = { ...options, format: "binary" } as const;
          const expected = await outcome((rest) => plainReadVectors(chunksOf(file, []), { ...read, ...rest }), options);
          const bytes = isPacked ? gzipSync(file) : file;
          const found = await outcome((rest) => readVectors(chunksOf(bytes, sizes), { ...read, ...rest }), options);
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("says where in the file a fault is, however far into it", () => {
    const file = (oddities: Oddities) => () => decodeBinary(fileOf(2000, 40, { newlines: true, ...oddities }));
    expect(file({ numbers: new Map([[1234, Number.NaN]]) })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: number 0 of row 1234, "w1234", at byte 204982, is NaN; is the file damaged?]`,
    );
    expect(file({ words: new Map([[1999, "w1000"]]) })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 1999, at byte 332731, has the word "w1000" of row 1000]`,
    );
    expect(file({ words: new Map([[1777, ""]]) })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 1777, at byte 295657, has no word; is the dimension 40 right?]`,
    );
    expect(file({ words: new Map([[1777, "new york"]]) })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 1777, at byte 295657, reads better as the word "new york" and 40 numbers than as "new"; has the word a space in it? a binary file holds no such word: write it as text, or with "_" in their place; { unproven: "accept" } reads the rows as they are cut]`,
    );
    expect(file({ words: new Map([[1777, "new york"]]), newlines: false })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 1777, at byte 293880, reads better as the word "new york" and 40 numbers than as "new"; has the word a space in it? a binary file holds no such word: write it as text, or with "_" in their place; { unproven: "accept" } reads the rows as they are cut]`,
    );
  });
});
