import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildVocabulary } from "./vocabulary.js";
import { formatVocabulary, parseVocabulary } from "./vocabulary-tsv.js";

describe("formatVocabulary(vocabulary)", () => {
  test("writes word, tab, count, by falling count", () => {
    expect(formatVocabulary(buildVocabulary(["고양이", "the", "the"]))).toBe("the\t2\n고양이\t1\n");
  });

  test("refuses a word that would end its line", () => {
    expect(() => formatVocabulary(buildVocabulary(["a", "b\nc"]))).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: formatVocabulary: word 1 is "b\\nc"; a newline would end its line]`,
    );
  });
});

describe("parseVocabulary(text)", () => {
  test("reads back what was written, whatever the words", () => {
    const odd = fc.constantFrom(
      "__proto__",
      "constructor",
      "hasOwnProperty",
      "",
      "\t",
      "a\t3",
      "\ufeff",
      "\r",
      "\ud800",
    );
    const words = fc.oneof(
      odd,
      fc.string().filter((word) => !word.includes("\n")),
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (tokens) => {
        const vocabulary = buildVocabulary(tokens);
        expect(parseVocabulary(formatVocabulary(vocabulary))).toEqual(vocabulary);
      }),
    );
  });

  test("accepts CRLF and a last line without an end", () => {
    expect(parseVocabulary("b\t2\r\na\t1").words).toEqual(["b", "a"]);
  });

  test("names the line that is wrong", () => {
    expect(() => parseVocabulary("")).toThrowErrorMatchingInlineSnapshot(`[Error: parseVocabulary: the text is empty]`);
    expect(() => parseVocabulary("a\t2\nb 1\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseVocabulary: line 2 has no tab; a line is a word, a tab and a count]`,
    );
    expect(() => parseVocabulary("a\t2\nb\t-1\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseVocabulary: line 2 counts "-1"; a count is a whole number]`,
    );
    expect(() => parseVocabulary("a\t2\nb\t2\na\t1\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseVocabulary: line 3 repeats "a" of line 1]`,
    );
    expect(() => parseVocabulary("a\t2\nb\t3\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseVocabulary: line 2 counts 3, the line before only 2; was the file sorted anew?]`,
    );
    expect(() => parseVocabulary("a\t2\n\nb\t1\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseVocabulary: line 2 has no tab; a line is a word, a tab and a count]`,
    );
  });
});
