import { constants, deflateRawSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crc32 } from "./crc32.js";
import { gunzipMembers } from "./gunzip-members.js";

/** What comes of bytes in chunks of some length, all of it in one. */
async function unpacked(bytes: Uint8Array, length = 1000): Promise<Buffer> {
  async function* chunks() {
    const memory = new Uint8Array(length);
    for (let at = 0; at < bytes.length; at += length) {
      // The same memory again, as a reader may do it.
      const chunk = bytes.subarray(at, at + length);
      memory.set(chunk);
      yield memory.subarray(0, chunk.length);
    }
  }
  const pieces: Buffer[] = [];
  for await (const piece of gunzipMembers(chunks())) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

const complaint = (bytes: Uint8Array) => unpacked(bytes).then(() => "none", String);

/** A member as zlib doesn't write it: with all that its header may have. */
function memberWithAll(content: Buffer): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32LE(crc32(0, content), 0);
  size.writeUInt32LE(content.length, 4);
  const header = [0x1f, 0x8b, 8, 2 + 4 + 8 + 16, 0, 0, 0, 0, 0, 3, 4, 0, 0x42, 0x43, 0, 0];
  return Buffer.concat([Buffer.from(header), Buffer.from("n\0about\0\0\0"), deflateRawSync(content), size]);
}

/** Text that repeats, near and far, in bytes of all kinds. */
const arbitraryContent = fc
  .array(fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.nat(400)), { maxLength: 12 })
  .map((pieces) => Buffer.concat(pieces.flatMap(([piece, times]) => Array(times).fill(Buffer.from(piece)))));

const arbitrarySettings = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(constants.Z_DEFAULT_STRATEGY, constants.Z_HUFFMAN_ONLY, constants.Z_FIXED, constants.Z_RLE),
  memLevel: fc.integer({ min: 1, max: 9 }),
});

describe("gunzipMembers(chunks)", () => {
  test("gives back what zlib packed, in members of any kind and chunks of any length", async () => {
    const members = fc.array(fc.tuple(arbitraryContent, arbitrarySettings), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(members, fc.integer({ min: 1, max: 3000 }), fc.nat(600), async (members, length, zeros) => {
        const packed = members.map(([content, settings]) => gzipSync(content, settings));
        const file = Buffer.concat([...packed, Buffer.alloc(zeros)]);
        const content = Buffer.concat(members.map(([content]) => content));
        expect((await unpacked(file, length)).equals(content)).toBe(true);
      }),
    );
  });

  test("copies from 32 KiB back, and over the end of what was handed on", async () => {
    // Bytes without a pattern, of nearly the length that zlib looks back.
    const block = Buffer.from(Array.from({ length: 32_500 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 24));
    const content = Buffer.concat(Array(20).fill(block));
    const packed = gzipSync(content, { level: 9 });
    expect(packed.length).toBeLessThan(content.length / 10);
    expect((await unpacked(packed, 1)).equals(content)).toBe(true);
  });

  test("passes over all that a header may have, and reads an empty last member, as bgzip writes it", async () => {
    const file = Buffer.concat([memberWithAll(Buffer.from("the cat\n")), memberWithAll(Buffer.alloc(0))]);
    expect(String(await unpacked(file, 1))).toBe("the cat\n");
  });

  test("refuses a member that was cut off, wherever", async () => {
    const first = gzipSync("the cat\n");
    const second = gzipSync("the dog sat on the mat, and the cat did not\n".repeat(9));
    for (let length = 1; length < second.length; length++) {
      const file = Buffer.concat([first, second.subarray(0, length)]);
      const expected =
        length === 1
          ? "from byte 28 on, behind the packed data, there is something else"
          : `the packed data ends early, at byte ${28 + length}`;
      expect(await complaint(file)).toBe(`Error: ${expected}`);
    }
  });

  test("refuses what is behind the packed data and no zeros", async () => {
    const member = gzipSync("the cat\n");
    const something = Buffer.from("something");
    for (const file of [
      [member, something],
      [member, Buffer.alloc(9), something],
      [member, Buffer.alloc(2000), member],
    ]) {
      expect(await complaint(Buffer.concat(file))).toBe(
        "Error: from byte 28 on, behind the packed data, there is something else",
      );
    }
  });

  test("refuses a wrong checksum or length, and another way of packing", async () => {
    const member = gzipSync("the cat\n");
    for (const byte of [-8, -1]) {
      const damaged = Buffer.concat([member, member]);
      damaged[damaged.length + byte] ^= 1;
      expect(await complaint(damaged)).toBe("Error: the checksum of what starts at byte 28 is wrong");
    }
    const other = Buffer.concat([member, Buffer.from([0x1f, 0x8b, 9, 0, 0, 0, 0, 0, 0, 0])]);
    expect(await complaint(other)).toBe("Error: what starts at byte 28 is packed in an unknown way");
  });

  test("says so, or gives back bytes of the same length and checksum, where a byte is damaged", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryContent, fc.nat(), fc.integer({ min: 1, max: 255 }), async (content, at, flip) => {
        const packed = gzipSync(content);
        packed[at % packed.length] ^= flip;
        const result = await unpacked(packed).catch((error: Error) => error);
        if (result instanceof Error) expect(result.message).not.toBe("");
        // All that the format promises: one damaged member in 2^32 has the checksum of what it was.
        else expect([result.length, crc32(0, result)]).toEqual([content.length, crc32(0, content)]);
      }),
    );
  });
});

describe("crc32(before, bytes)", () => {
  test("is the check value of the catalogue, at once or in parts", () => {
    const bytes = Buffer.from("123456789");
    expect(crc32(0, bytes)).toBe(0xcbf43926);
    expect(crc32(crc32(0, bytes.subarray(0, 4)), bytes.subarray(4))).toBe(0xcbf43926);
  });
});
