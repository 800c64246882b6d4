import { describe, expect, test } from "vitest";
import { beginsAsZstd, zstdFrames } from "./zstd-frames.js";

/** Of one stored block, as RFC 8878 lays it out: magic number, header, window, block header, content. */
const frame = (text: string) =>
  Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x58, (text.length << 3) | 1, 0, 0]), Buffer.from(text)]);
const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 7, 7]);

async function pieces(file: Uint8Array, length: number): Promise<string[]> {
  async function* chunks() {
    for (let at = 0; at < file.length; at += length) yield file.subarray(at, at + length);
  }
  const found: string[] = [];
  for await (const piece of zstdFrames(chunks())) found.push(Buffer.from(piece).toString("latin1"));
  return found;
}

describe("zstdFrames(chunks)", () => {
  const frames = [frame("the cat\n"), skippable, frame(""), frame("the dog\n")];
  const file = Buffer.concat(frames);

  test("cuts where frames end, in chunks of any length", async () => {
    expect(await pieces(file, file.length)).toEqual(frames.map((one) => one.toString("latin1")));
    for (let length = 1; length < file.length; length++) {
      const found = await pieces(file, length);
      expect(found.join("")).toBe(file.toString("latin1"));
      const ends = found.map((_, i) => found.slice(0, i + 1).join("").length);
      expect(ends).toEqual(expect.arrayContaining([17, 27, 36, 53]));
    }
  });

  test("refuses what ends within a frame, and what is behind one", async () => {
    await expect(pieces(file.subarray(0, 20), 7)).rejects.toThrow("the packed data ends early, at byte 20");
    await expect(pieces(Buffer.concat([file, Buffer.from("more")]), 7)).rejects.toThrow(
      "from byte 53 on, behind the packed data, there is something else",
    );
  });
});

describe("beginsAsZstd(head)", () => {
  test("knows frames by their first four bytes, packed or skipped", () => {
    expect([frame(""), skippable, Buffer.from("text"), frame("").subarray(0, 3)].map(beginsAsZstd)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
