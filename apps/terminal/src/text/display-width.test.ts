import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth, fitted, piecesOf, shortened } from "./display-width.js";
import { anyText } from "./fixtures/any-text.js";
import { printable } from "./printable.js";

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
    ["👩‍👩‍👧‍👦", 2],
    ["🇰🇷", 2],
    ["❤️", 2],
    ["1️⃣", 2],
    ["한국".normalize("NFD"), 4],
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

  test("cuts no character that people see into two", () => {
    expect(fitted("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3)).toBe("👩‍👩‍👧‍👦…");
    expect(fitted("e\u0301e\u0301e\u0301", 2)).toBe("e\u0301…");
    expect(fitted("한국어".normalize("NFD"), 5)).toBe(`${"한국".normalize("NFD")}…`);
  });

  test("takes exactly the width, whatever the text", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, width) => {
        // Blanks that follow a joining character can be taken in by it.
        expect(displayWidth(shortened(printable(text), width))).toBeLessThanOrEqual(width);
        expect(displayWidth(fitted(printable(text), width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe("piecesOf(text, width)", () => {
  test("gives back all of the text, in pieces that fit", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, width) => {
        const pieces = [...piecesOf(printable(text), width)];
        expect(pieces.join("")).toBe(printable(text));
        for (const piece of pieces) expect(displayWidth(piece)).toBeLessThanOrEqual(width);
      }),
    );
  });

  test("cuts even a character that has no end", () => {
    expect([...piecesOf("\u1100".repeat(5), 4)]).toEqual(["\u1100\u1100", "\u1100\u1100", "\u1100"]);
  });
});
