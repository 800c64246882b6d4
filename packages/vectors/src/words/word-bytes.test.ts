import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOfWord, wordOfBytes } from "./word-bytes.js";

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Bytes that are often nearly UTF-8: uniform ones hardly ever reach the longer forms. */
const nearlyUtf8 = fc
  .array(
    fc.constantFrom(
      0x00,
      0x41,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc1,
      0xc2,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
    ),
  )
  .map((bytes) => Uint8Array.from(bytes));

describe("wordOfBytes(bytes)", () => {
  test("reads UTF-8, a byte order mark included", () => {
    expect(wordOfBytes(new TextEncoder().encode("\ufeff東京é😀"))).toBe("\ufeff東京é😀");
  });

  // Python 3.11: b"…".decode("utf-8", "surrogateescape"), the result of each written with its escapes.
  test.each([
    ["caf\xe9", "caf\udce9"],
    ["\xe6\x9d\x41", "\udce6\udc9dA"],
    ["\xe6\x9d\xc3\xa9", "\udce6\udc9dé"],
    ["\xc0\x80", "\udcc0\udc80"],
    ["\xe0\x80\x80", "\udce0\udc80\udc80"],
    ["\xed\xb2\x80", "\udced\udcb2\udc80"],
    ["\xf0\x8f\x80\x80", "\udcf0\udc8f\udc80\udc80"],
    ["\xf4\x90\x80\x80", "\udcf4\udc90\udc80\udc80"],
    ["\xf0\x9f\x98", "\udcf0\udc9f\udc98"],
    ["\xff", "\udcff"],
  ])("reads %j as Python's surrogateescape does", (bytes, word) => {
    expect(wordOfBytes(latin1(bytes))).toBe(word);
  });

  test("loses nothing", () => {
    fc.assert(
      fc.property(fc.oneof(nearlyUtf8, fc.uint8Array()), (bytes) => {
        expect(bytesOfWord(wordOfBytes(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });
});

describe("bytesOfWord(word)", () => {
  test("gives the word back, or has no bytes for it", () => {
    const unit = fc.oneof(
      fc.string({ maxLength: 2 }),
      fc.integer({ min: 0xd7ff, max: 0xe000 }).map((code) => String.fromCharCode(code)),
    );
    fc.assert(
      fc.property(
        fc.array(unit).map((units) => units.join("")),
        (word) => {
          const bytes = bytesOfWord(word);
          if (bytes === undefined) expect(word).toMatch(/\p{Surrogate}/u);
          else expect(wordOfBytes(bytes)).toBe(word);
        },
      ),
    );
  });

  test("has none for another lone surrogate, nor for escapes that are UTF-8", () => {
    expect(bytesOfWord("\ud800")).toBeUndefined();
    expect(bytesOfWord("\udc7f")).toBeUndefined();
    expect(bytesOfWord("\udcc3\udca9")).toBeUndefined();
  });
});
