import * as zlib from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gunzipped } from "../gunzipped.js";
import type { PackingFault } from "../packing-fault.js";
import { hasZstd, unpacked } from "./unpacked.js";

async function* chunksOf(file: Uint8Array, length: number) {
  for (let at = 0; at < file.length; at += length) yield file.subarray(at, at + length);
}

async function text(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const copies: Uint8Array[] = [];
  for await (const piece of pieces) copies.push(Buffer.from(piece));
  return Buffer.concat(copies).toString();
}

const errorOf = ({ packing, reason, isWhole, unpackedBytes }: PackingFault) =>
  new Error(`${packing}, ${unpackedBytes} bytes, ${isWhole ? "whole" : "damaged"}: ${reason}`);
const complaint = (pieces: AsyncIterable<Uint8Array>) => text(pieces).then(() => "none", String);

async function* broken(file: Uint8Array) {
  yield file.subarray(0, 9);
  // An error of the source is no fault of the bytes, whatever it is called.
  throw Object.assign(new RangeError("connection lost"), { code: "Z_DATA_ERROR" });
}

describe.each([
  [
    "gunzipped(chunks)",
    (chunks: AsyncIterable<Uint8Array>) => gunzipped(chunks, errorOf),
    "8 bytes, whole: from byte 28 on, ",
  ],
  // zlib drops what it has unpacked of a chunk in which it meets what is no member, and does not tell the place.
  [
    "unpacked(chunks) of gzip",
    (chunks: AsyncIterable<Uint8Array>) => unpacked(chunks, "gzip", errorOf),
    "0 bytes, whole: ",
  ],
])("%s", (_, unpack, place) => {
  const member = zlib.gzipSync("the cat\n");

  test("reads all members, and zeros behind them", async () => {
    const file = Buffer.concat([member, member, Buffer.alloc(999)]);
    for (const length of [1, 7, file.length])
      expect(await text(unpack(chunksOf(file, length)))).toBe("the cat\n".repeat(2));
  });

  test("tells data that is damaged from data that something follows", async () => {
    const followed = (...behind: Uint8Array[]) => complaint(unpack(chunksOf(Buffer.concat([member, ...behind]), 100)));
    const other = "behind the packed data, there is something else";
    expect(await followed(Buffer.from("something"))).toBe(`Error: gzip, ${place}${other}`);
    // A member behind zeros.
    expect(await followed(Buffer.alloc(9), member)).toBe(`Error: gzip, 8 bytes, whole: from byte 28 on, ${other}`);
    expect(await complaint(unpack(chunksOf(member.subarray(0, -9), 100)))).toMatch(
      /^Error: gzip, \d bytes, damaged: ./,
    );
  });

  test("passes on what the source fails with", async () => {
    expect(await complaint(unpack(broken(member)))).toBe("RangeError: connection lost");
  });
});

describe.skipIf(!hasZstd)("unpacked(chunks) of zstd (skipped where Node has none)", () => {
  const unpack = (file: Uint8Array, length = file.length) => unpacked(chunksOf(file, length), "zstd", errorOf);
  const { ZSTD_c_checksumFlag, ZSTD_c_compressionLevel, ZSTD_c_contentSizeFlag } = zlib.constants;
  const skippable = (size: number) =>
    Buffer.concat([Buffer.from([0x53, 0x2a, 0x4d, 0x18, size, 0, 0, 0]), Buffer.alloc(size, 7)]);

  test("reads all frames, however they were made, in chunks of any length", async () => {
    const frame = fc.record({
      text: fc
        .array(fc.tuple(fc.string({ maxLength: 9 }), fc.nat(9999)))
        .map((all) => all.map(([text, times]) => text.repeat(times)).join("")),
      level: fc.integer({ min: 1, max: 9 }),
      hasChecksum: fc.nat(1),
      hasSize: fc.nat(1),
      skipped: fc.option(fc.nat(200)),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(frame, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 5000 }),
        async (frames, length) => {
          const file = Buffer.concat(
            frames.flatMap(({ text, level, hasChecksum, hasSize, skipped }) => [
              ...(skipped === null ? [] : [skippable(skipped)]),
              zlib.zstdCompressSync(text, {
                params: {
                  [ZSTD_c_compressionLevel]: level,
                  [ZSTD_c_checksumFlag]: hasChecksum,
                  [ZSTD_c_contentSizeFlag]: hasSize,
                },
              }),
            ]),
          );
          expect(await text(unpack(file, length))).toBe(frames.map(({ text }) => text).join(""));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("tells data that is damaged from data that something follows, or that takes a dictionary", async () => {
    const frame = zlib.zstdCompressSync("the cat and the dog and the cat and the dog\n");
    expect(await complaint(unpack(Buffer.concat([frame, frame.subarray(0, 2)])))).toMatch(
      /^Error: zstd, \d+ bytes, damaged: the packed data ends early, at byte 40$/,
    );
    expect(await complaint(unpack(Buffer.concat([frame, Buffer.from("something")])))).toMatch(
      /^Error: zstd, \d+ bytes, whole: from byte 38 on, behind the packed data, there is something else$/,
    );
    const withDictionary = Buffer.concat([frame.subarray(0, 4), Buffer.from([frame[4] | 1]), frame.subarray(5)]);
    expect(await complaint(unpack(withDictionary))).toBe(
      "Error: zstd, 0 bytes, whole: the frame at byte 0 was packed with a dictionary, and zstd -D unpacks it",
    );
    const damaged = Buffer.from(frame);
    damaged[9] ^= 0xff;
    damaged[10] ^= 0xff;
    expect(await complaint(unpack(damaged))).toMatch(/^Error: zstd, \d+ bytes, damaged: ./);
  });

  test("passes on what the source fails with", async () => {
    const frame = zlib.zstdCompressSync("the cat\n");
    expect(await complaint(unpacked(broken(frame), "zstd", errorOf))).toBe("RangeError: connection lost");
  });
});
