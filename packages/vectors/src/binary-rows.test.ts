import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { decodeBinary } from "./decode-binary.js";
import type { Duplicates } from "./keyed-rows.js";
import { bytesOfWord } from "./word-bytes.js";

/** The same reader where there is no WebAssembly. */
let plainDecodeBinary: typeof decodeBinary;

beforeAll(async () => {
  vi.resetModules();
  vi.stubGlobal("WebAssembly", undefined);
  ({ decodeBinary: plainDecodeBinary } = await import("./decode-binary.js"));
  // The kernels of a module are compiled when they are first needed.
  plainDecodeBinary(fileOf(1000, 40, {}));
  vi.unstubAllGlobals();
}, 60_000);

afterAll(() => vi.resetModules());

interface Oddities {
  /** Words of some rows. */
  readonly words?: ReadonlyMap<number, string>;
  /** Newlines after a row, if its number divided by this leaves nothing. */
  readonly newlines?: number;
  /** The first number of some rows. */
  readonly numbers?: ReadonlyMap<number, number>;
}

/** A file of V rows, whose words are `w0`, `w1` …, and whose numbers have bytes of all kinds. */
function fileOf(V: number, D: number, { words, newlines = V, numbers }: Oddities): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.from(Buffer.from(`${V} ${D}\n`))];
  for (let row = 0; row < V; row++) {
    const vector = Float32Array.from({ length: D }, (_, d) => Math.sin(row * D + d) * 10 ** ((row + d) % 9));
    const number = numbers?.get(row);
    if (number !== undefined) vector[0] = number;
    parts.push(bytesOfWord(words?.get(row) ?? `w${row}`) ?? new Uint8Array(0), Uint8Array.of(0x20));
    parts.push(new Uint8Array(vector.buffer), new Uint8Array(row % newlines === 0 ? (row % 3) + 1 : 0).fill(0x0a));
  }
  return Buffer.concat(parts);
}

/** All there is to know of the vectors, or the message of the error. */
function outcome(decode: typeof decodeBinary, file: Uint8Array, limit?: number, duplicates?: Duplicates): unknown {
  try {
    const options = { ...(limit !== undefined && { limit }), ...(duplicates && { duplicates }) };
    const { words, dimension, data, norms, idOf } = decode(file, options);
    const rows = words.map((word) => idOf.get(word));
    return [words, dimension, Buffer.from(data.buffer).toString("latin1"), norms, rows];
  } catch (error) {
    return String(error);
  }
}

/** Words and rows enough for several turns of the kernel, and one in which it takes all that it can. */
const sizes = [
  [9000, 1],
  [4000, 7],
  [2000, 40],
  [400, 300],
  [3, 131_069],
  [3, 131_073],
] as const;

const rowNumbers = fc.nat({ max: 9000 });
const oddWords = fc.array(
  fc.tuple(
    rowNumbers,
    fc.oneof(
      fc.constantFrom("", "w0", "w1", "größte", "\udcff", "\ud83d\ude00", "_".repeat(300), "_".repeat(140_000), "a\nb"),
      fc.string({ unit: "grapheme", minLength: 1 }).filter((word) => !/[ \n]/.test(word)),
    ),
  ),
  { maxLength: 4 },
);
const oddNumbers = fc.option(fc.tuple(rowNumbers, fc.constantFrom(Number.NaN, Infinity, -Infinity, 3.4e38, 1e-45)), {
  freq: 1,
});

describe("readBinaryRows(window, rows, most, error)", () => {
  test("reads what a reader without WebAssembly reads, and leaves to it what that refuses", () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...sizes),
        oddWords,
        oddNumbers,
        fc.constantFrom(1, 2, 1000),
        fc.option(fc.nat(400_000), { nil: undefined, freq: 2 }),
        fc.option(fc.integer({ min: 1, max: 9000 }), { nil: undefined }),
        fc.constantFrom("refuse", "skip"),
        ([V, D], words, number, newlines, cut, limit, duplicates) => {
          const oddities = {
            words: new Map(words.map(([row, word]) => [row % V, word])),
            newlines,
            ...(number && { numbers: new Map([[number[0] % V, number[1]]]) }),
          };
          const file = fileOf(V, D, oddities).subarray(0, cut);
          const expected = outcome(plainDecodeBinary, file, limit, duplicates);
          const found = outcome(decodeBinary, file, limit, duplicates);
          if (typeof expected === "string") refused++;
          // Of several faults, which is told of depends on how many rows are gone through at a time.
          const faults = words.length + (number ? 1 : 0) + (cut === undefined ? 0 : 1);
          if (typeof expected === "string" && faults > 1) expect(found).toMatch(/^Error: decodeBinary: /);
          else expect(found).toEqual(expected);
        },
      ),
      { numRuns: 100 },
    );
    expect(refused).toBeGreaterThan(10);
    expect(refused).toBeLessThan(90);
  }, 120_000);

  test("says where in the file a fault is, however far into it", () => {
    const file = (oddities: Oddities) => () => decodeBinary(fileOf(2000, 40, { newlines: 2, ...oddities }));
    expect(file({ numbers: new Map([[1234, Number.NaN]]) })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: number 0 of row 1234, "w1234", at byte 204982, is NaN; is the file damaged?]`,
    );
    expect(file({ words: new Map([[1999, "w1000"]]) })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 1999, at byte 332731, has the word "w1000" of row 1000]`,
    );
    expect(file({ words: new Map([[1777, ""]]) })).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeBinary: row 1777, at byte 295657, has no word; is the dimension 40 right?]`,
    );
  });
});
