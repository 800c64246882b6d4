import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileReader, type OpenFile } from "./file-reader.js";

const BLOCK = 1 << 19;

/** A file that gives no more than that many bytes at a time, as some file systems do. */
const openFile = (bytes: Uint8Array, most: number): OpenFile => ({
  async read(into, offset, length, position) {
    const from = position ?? 0;
    const found = bytes.subarray(from, from + Math.min(length, most));
    into.set(found, offset);
    return { bytesRead: found.length };
  },
  async close() {},
});

describe("fileReader(file, path, true)", () => {
  test("gives all bytes in their order, however many come at a time", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(3 * BLOCK), fc.integer({ min: BLOCK >> 4, max: BLOCK }), async (size, most) => {
        const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 2_654_435_761) >>> 24);
        const reader = fileReader(openFile(bytes, most), "file", true);
        const into = new Uint8Array(BLOCK);
        const blocks: Buffer[] = [];
        for (let count = await reader.read(into); count > 0; count = await reader.read(into)) {
          blocks.push(Buffer.from(into.subarray(0, count)));
        }
        expect(Buffer.compare(Buffer.concat(blocks), bytes)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  test("fills the blocks that it is asked for at a time, but the last of the file", async () => {
    const bytes = Uint8Array.from({ length: 2.5 * BLOCK }, (_, i) => (i * 2_654_435_761) >>> 24);
    const reader = fileReader(openFile(bytes, BLOCK / 3), "file", true);
    const blocks = [0, 1, 2, 3].map(() => new Uint8Array(BLOCK));
    expect(await Promise.all(blocks.map((block) => reader.read(block)))).toEqual([BLOCK, BLOCK, BLOCK / 2, 0]);
    expect(Buffer.compare(Buffer.concat(blocks).subarray(0, bytes.length), bytes)).toBe(0);
  });

  test("says what could not be read", async () => {
    const file = { ...openFile(new Uint8Array(9), 9), read: () => Promise.reject(new Error("EIO: i/o error, read")) };
    await expect(fileReader(file, "file", true).read(new Uint8Array(BLOCK))).rejects.toThrowErrorMatchingInlineSnapshot(
      `[Error: readVectors: cannot read file: EIO: i/o error, read]`,
    );
  });
});
