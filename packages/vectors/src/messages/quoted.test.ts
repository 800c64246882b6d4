import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quoted } from "./quoted.js";

describe("quoted(text)", () => {
  test.each([
    ['a"b\\c', '"a\\"b\\\\c"'],
    ["a\nb\t", '"a\\nb\\t"'],
    ["\u001b\u009b\u202e\u2028", '"\\u001b\\u009b\\u202e\\u2028"'],
    [" \u00a0\u3000\u200b\u3164", '" \\u00a0\\u3000\\u200b\\u3164"'],
    ["caf\udce9 \ud83d", '"caf\\xe9 \\ud83d"'],
    ["\u{e0001}", '"\\udb40\\udc01"'],
    ["👩‍👧 می‌خواهم é", '"👩‍👧 می‌خواهم é"'],
    ["👁️‍🗨️ ᠠ‍", '"👁️‍🗨️ ᠠ‍"'],
    // Nothing joins a character that is an escape itself.
    ["\u180e\u200d\u1820", '"\\u180e\\u200d\u1820"'],
    ["\ufe0f\ufe0f", '"\\ufe0f\\ufe0f"'],
    ["", '""'],
  ])("of %j is %s", (text, expected) => {
    expect(quoted(text)).toBe(expected);
  });

  test("is not endless, and cuts no character", () => {
    expect(quoted("x".repeat(100))).toBe(`"${"x".repeat(60)}…"`);
    expect(quoted("😀".repeat(100))).toBe(`"${"😀".repeat(60)}…"`);
  });

  test("has no control and no blank but the space in it, whatever the text, and is JSON where the text is one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
        expect(quoted(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u00a0\u3000\u200b\ufeff]/u);
        if (!/[\udc80-\udcff]/u.test(text)) expect(JSON.parse(quoted(text))).toBe(text);
      }),
    );
  });
});
