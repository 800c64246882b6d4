import { describe, expect, test } from "vitest";
import { displayWidth, fitted, printable } from "./display-width.js";

describe("displayWidth(text)", () => {
  test.each([
    ["abc", 3],
    ["東京", 4],
    ["한국어", 6],
    ["ｱ", 1],
    ["Ａ", 2],
    ["e\u0301", 1],
    ["😀", 2],
    ["é–…", 3],
    ["", 0],
  ])("of %s is %d", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe("fitted(text, width)", () => {
  test("pads or cuts to the column", () => {
    expect([fitted("ab", 4), fitted("東京", 5), fitted("abcde", 4)]).toEqual(["ab  ", "東京 ", "abc…"]);
    expect(fitted("東京都", 4)).toBe("東… ");
  });
});

describe("printable(word)", () => {
  test("escapes controls and bytes that are not UTF-8, and nothing else", () => {
    expect(printable("é東\u200c😀\\")).toBe("é東\u200c😀\\");
    expect(printable("\u001b\n\u0085\u2028\udce9\ud800")).toBe("\\x1b\\x0a\\x85\\u2028\\xe9\\ud800");
  });
});
