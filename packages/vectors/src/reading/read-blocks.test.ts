import { describe, expect, test } from "vitest";
import type { BlockReader } from "./block-reader.js";
import { type ByteWindow, emptyWindow, more, moveInto, type Reading } from "./byte-window.js";
import { readBlocks } from "./read-blocks.js";

const MIB = 1 << 20;
const noWords = async () => undefined;

/** A reader of a file that answers late, the later the earlier it was asked, and counts what it is asked at a time. */
function lateReader(bytes: Uint8Array) {
  const seen = { atOnce: 0, unanswered: 0 };
  let position = 0;
  const reader: BlockReader = {
    isAhead: true,
    async read(into) {
      const found = bytes.subarray(position, position + into.length);
      position += into.length;
      seen.atOnce = Math.max(seen.atOnce, ++seen.unanswered);
      await new Promise((resolve) => setTimeout(resolve, 5 - seen.unanswered));
      into.set(found);
      seen.unanswered--;
      return found.length;
    },
    async close() {},
  };
  return { reader, seen };
}

/** Uses all bytes, and moves the window to other memory once, if told of what size; returns a sum that depends on their order. */
function* usedUp(window: ByteWindow, memory?: number): Reading<number> {
  let sum = 0;
  for (let isOld = memory !== undefined; ; ) {
    for (; window.at < window.end; window.at++) sum = (sum * 31 + window.bytes[window.at]) | 0;
    if (isOld && window.offset + window.at > 2 * MIB) {
      moveInto(window, new Uint8Array(memory ?? 0));
      isOld = false;
    }
    if (!(yield* more(window))) return sum;
  }
}

/** Uses all bytes, and returns how many there were. */
function* length(window: ByteWindow): Reading<number> {
  do window.at = window.end;
  while (yield* more(window));
  return window.offset + window.end;
}

describe("readBlocks(reader, window, reading, words)", () => {
  const sizes = [0, 1, MIB / 2, MIB, 9 * MIB - 1, 9 * MIB, 11 * MIB + 7];
  test.each(sizes.flatMap((size) => [undefined, 1, 36 * MIB].map((memory) => [size, memory] as const)))(
    "gives the %d bytes of a file in their order, if beyond 2 MiB they are in other memory, of %s bytes",
    async (size, memory) => {
      const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 2_654_435_761) >>> 24);
      const expected = bytes.reduce((sum, byte) => (sum * 31 + byte) | 0, 0);
      for (const known of [size, undefined]) {
        const { reader, seen } = lateReader(bytes);
        const window = emptyWindow(known);
        expect(await readBlocks(reader, window, usedUp(window, memory), noWords)).toBe(expected);
        expect(seen.unanswered).toBe(0);
        if (size > MIB && known !== undefined) expect(seen.atOnce).toBe(4);
      }
    },
  );

  test("waits for what it has asked for where the reading ends before", async () => {
    const { reader, seen } = lateReader(new Uint8Array(20 * MIB));
    const window = emptyWindow(20 * MIB);
    function* twice(): Reading<number> {
      yield "bytes";
      yield "bytes";
      return window.end;
    }
    expect(await readBlocks(reader, window, twice(), noWords)).toBeLessThan(3 * MIB);
    expect(seen.unanswered).toBe(0);
  });

  test("takes a block that is not filled for the last, though the file has grown since", async () => {
    const window = emptyWindow(20 * MIB);
    let asked = 0;
    const reader: BlockReader = {
      isAhead: true,
      read: async (into) => (++asked === 2 ? 7 : into.length),
      async close() {},
    };
    expect(await readBlocks(reader, window, length(window), noWords)).toBe(2 ** 16 + 7);
  });

  test("fails with what a block that was read ahead fails with", async () => {
    const { reader } = lateReader(new Uint8Array(20 * MIB));
    let asked = 0;
    const failing = {
      ...reader,
      read: (into: Uint8Array) => (++asked === 3 ? Promise.reject(new Error("EIO")) : reader.read(into)),
    };
    const window = emptyWindow(20 * MIB);
    await expect(readBlocks(failing, window, usedUp(window), noWords)).rejects.toThrow("EIO");
  });
});
