import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "./fixtures/any-text.js";
import { json, printable, printableLines, printableWord } from "./printable.js";

/** By code points, not by the properties that the code under test goes by. */
function isObeyed(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    code < 0x20 ||
    (code >= 0x7f && code <= 0x9f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    "\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069".includes(character)
  );
}
const UNSEEN = /[\u00a0\u00ad\u200b\u2060\u3000\u3164\ufeff\uffa0\u115f\u1160\u2000-\u200a\u202f\u205f\u2800]/;

describe("printable(text)", () => {
  test.each([
    ["\u001b[31m", "\\u001b[31m"],
    ["a\nb\tc\r", "a\\u000ab\\u0009c\\u000d"],
    ["\u007f\u0085\u009b", "\\u007f\\u0085\\u009b"],
    ["\u202eabc\u2069\u200e", "\\u202eabc\\u2069\\u200e"],
    ["\u2028\u2029", "\\u2028\\u2029"],
    ["\u00a0", "\\u00a0"],
    ["\u3000\u200b\ufeff\u00ad\u3164", "\\u3000\\u200b\\ufeff\\u00ad\\u3164"],
    ["caf\udce9", "caf\\xe9"],
    ["\ud83d", "\\ud83d"],
    ["\u{e0001}", "\\u{e0001}"],
    ["a\u200db", "a\\u200db"],
    ["👩\u200d", "👩\\u200d"],
    // Of the Mongolian and the Khmer script, and not seen: nothing stands behind them, and nothing is joined to them.
    ["\u180e\u180e", "\\u180e\\u180e"],
    ["\u180e\u200d\u1820", "\\u180e\\u200d\u1820"],
    ["\u1780\u200d\u17b4", "\u1780\\u200d\\u17b4"],
  ])("of %j is %s", (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test.each(
    ["é東 \\😀", "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "❤️", "1️⃣", "می‌خواهم", "क्‍ष", "한국".normalize("NFD"), "New York"].concat(
      "\u1820\u180b\u180e\u1820",
      "\u1820\u180b\u200d\u1820",
    ),
  )("of %s is itself", (text) => {
    expect(printable(text)).toBe(text);
  });

  test("has nothing in it that a terminal obeys or shows as nothing, whatever the text, and stays as it is", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = printable(text);
        expect([...shown].filter(isObeyed)).toEqual([]);
        expect(shown).not.toMatch(UNSEEN);
        expect(printable(shown)).toBe(shown);
      }),
    );
  });

  test("stays as it is where characters meet that join, choose a variant or are not seen", () => {
    const characters = [..."aم\u0915\u1780\u1820\u200c\u200d\u180b\u180e\u180f\u17b4\u061c\u0600\u2060"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 6 }), (parts) => {
        const shown = printable(parts.join(""));
        expect(printable(shown)).toBe(shown);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("printableLines(text)", () => {
  test("leaves the ends of lines alone", () => {
    expect(printableLines("a\u001b\n\u202eb")).toBe("a\\u001b\n\\u202eb");
  });
});

describe("printableWord(word)", () => {
  test("is in quotes where blanks would not be seen", () => {
    expect([" ", "", "a b", " a", "a  b", "\u00a0"].map(printableWord)).toEqual([
      '" "',
      '""',
      "a b",
      '" a"',
      '"a  b"',
      "\\u00a0",
    ]);
  });
});

describe("json(value)", () => {
  test("is the same value, and nothing that a terminal obeys", () => {
    fc.assert(
      fc.property(anyText, (word) => {
        const text = json({ [word]: [word] });
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ [word]: [word] })));
        expect([...text].filter(isObeyed)).toEqual([]);
      }),
    );
  });

  test("escapes by units, as JSON has no other escapes", () => {
    expect(json({ word: "\u009b\u{e0001}é" })).toBe('{"word":"\\u009b\\udb40\\udc01é"}');
  });
});
