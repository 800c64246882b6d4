import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth } from "./display-width.js";
import { anyText } from "./fixtures/any-text.js";
import { sentence, wrapped } from "./wrapped.js";

describe("wrapped(words, width)", () => {
  test("fills lines up to the width, wide characters counted as two", () => {
    expect(wrapped(["ab", "cd", "ef"], 5)).toBe("ab cd\nef");
    expect(wrapped(["東京", "大阪"], 8)).toBe("東京\n大阪");
    expect(wrapped(["東京", "大阪"], 9)).toBe("東京 大阪");
    expect(wrapped([], 3)).toBe("");
  });

  test("cuts a word that is longer than the width", () => {
    expect(wrapped(["a", "longer", "b"], 3)).toBe("a\nlon\nger\nb");
    expect(wrapped(["/경로/단어"], 6, "  ")).toBe("/경\n  로/\n  단어");
  });
});

describe("sentence(text, width, indent)", () => {
  test("sets in all lines but the first, and parts no number from its unit", () => {
    expect(sentence("the file has 12.5 MB, or 40 % of what it had", 20, "  ")).toBe(
      "the file has\n  12.5 MB, or 40 %\n  of what it had",
    );
    expect(sentence("one", 20)).toBe("one");
  });

  test("has no line wider than the width, whatever the text", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 20, max: 60 }), (text, width) => {
        for (const line of sentence(`${text}: ${text}`, width, "    ").split("\n")) {
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
    );
  });
});
