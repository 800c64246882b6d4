import * as zlib from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unpackedFile } from "./unpacked-file.js";

async function unpacked(file: Uint8Array, length = file.length): Promise<string> {
  async function* chunks() {
    for (let at = 0; at < file.length; at += length) yield file.subarray(at, at + length);
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of unpackedFile(chunks(), { caller: "f", source: "a" })) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString();
}

const complaint = (file: Uint8Array) => unpacked(file).then(() => "none", String);

describe("unpackedFile(chunks) of gzip", () => {
  const member = zlib.gzipSync("the cat\n");

  test("reads zeros behind it, and refuses what is behind these", async () => {
    expect(await unpacked(Buffer.concat([member, member, Buffer.alloc(999)]))).toBe("the cat\nthe cat\n");
    expect(await complaint(Buffer.concat([member, Buffer.alloc(999), member]))).toMatchInlineSnapshot(
      `"Error: f: a is broken as a gzip file (from byte 28 on, behind the packed data, there is something else)"`,
    );
    expect(await complaint(Buffer.concat([member, Buffer.from("something")]))).toMatch(
      /^Error: f: a is broken as a gzip file/,
    );
  });
});

describe.skipIf(!("createZstdDecompress" in zlib))("unpackedFile(chunks) of zstd (skipped where Node has none)", () => {
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
          expect(await unpacked(file, length)).toBe(frames.map(({ text }) => text).join(""));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("says of gzip what follows it", async () => {
    expect(await complaint(Buffer.concat([zlib.gzipSync("the cat\n"), Buffer.from("hello")]))).toMatchInlineSnapshot(
      `"Error: f: a is broken as a gzip file (behind the packed data, there is something else)"`,
    );
  });

  test("refuses one that is damaged, cut off or followed by something", async () => {
    const frame = zlib.zstdCompressSync("the cat and the dog and the cat and the dog\n");
    expect(await complaint(Buffer.concat([frame, frame.subarray(0, 9)]))).toMatchInlineSnapshot(
      `"Error: f: a is broken as a zstd file (the packed data ends early, at byte 47); is it damaged, or cut short?"`,
    );
    expect(await complaint(Buffer.concat([frame, frame.subarray(0, 2)]))).toContain("ends early");
    expect(await complaint(Buffer.concat([frame, Buffer.from("something")]))).toMatchInlineSnapshot(
      `"Error: f: a is broken as a zstd file (from byte 38 on, behind the packed data, there is something else)"`,
    );
    const withDictionary = Buffer.concat([frame.subarray(0, 4), Buffer.from([frame[4] | 1]), frame.subarray(5)]);
    expect(await complaint(withDictionary)).toMatchInlineSnapshot(
      `"Error: f: a is broken as a zstd file (the frame at byte 0 was packed with a dictionary, and zstd -D unpacks it)"`,
    );
    const damaged = Buffer.from(frame);
    damaged[9] ^= 0xff;
    damaged[10] ^= 0xff;
    expect(await complaint(damaged)).toMatch(
      /^Error: f: a is broken as a zstd file \(.*\); is it damaged, or cut short\?$/,
    );
  });
});
