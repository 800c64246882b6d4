import * as zlib from "node:zlib";
import { hasZstd } from "@wordloom/bytes/node";
import { describe, expect, test } from "vitest";
import { unpackedFile } from "./unpacked-file.js";

async function unpacked(file: Uint8Array): Promise<string> {
  async function* chunks() {
    yield file;
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
    expect(await complaint(Buffer.concat([member, Buffer.from("something")]))).toMatchInlineSnapshot(
      `"Error: f: a is broken as a gzip file (behind the packed data, there is something else)"`,
    );
  });
});

describe.skipIf(!hasZstd)("unpackedFile(chunks) of zstd (skipped where Node has none)", () => {
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
