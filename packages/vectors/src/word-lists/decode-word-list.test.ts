import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryLine } from "../fixtures/arbitrary-vectors.js";
import { isWritten } from "../fixtures/is-written.js";
import { decodeWordList } from "./decode-word-list.js";
import { encodeMetadata, encodeWordList } from "./encode-word-list.js";

const bytes = (text: string) => new TextEncoder().encode(text);
const decoded = (text: string) => decodeWordList(bytes(text), { source: "words" });
const text = (file: Uint8Array) => new TextDecoder().decode(file);

describe("decodeWordList(bytes)", () => {
  test.each([
    ["a word on each line", "the\nNew York\nof\n", { words: ["the", "New York", "of"] }],
    ["empty lines behind the last word", "the\nof\n\n\n", { words: ["the", "of"] }],
    ["those of CRLF", "the\r\nof\r\n\r\n", { words: ["the", "of"] }],
    ["those behind columns", "word\tcount\nthe\t61\nof\t42\n\n", { words: ["the", "of"], counts: [61, 42] }],
    ["commas of phrases", "Doe, John\nRoe, Jane\n", { words: ["Doe, John", "Roe, Jane"] }],
    ["commas before counts", "a,b 2\nc,d 1\n", { words: ["a,b", "c,d"], counts: [2, 1] }],
    ["commas of some lines", "a,b\nc\n", { words: ["a,b", "c"] }],
    ["a last line without an end", "the\nof", { words: ["the", "of"] }],
    ["CRLF", "the\r\nof\r\n", { words: ["the", "of"] }],
    ["CRLF and a last line without an end", "the\r\nof", { words: ["the", "of"] }],
    ["returns that end only some lines", "the\r\nof\n", { words: ["the\r", "of"] }],
    ["a byte order mark", "\ufeffthe\n", { words: ["the"] }],
    [
      "counts after a space, as word2vec.c writes",
      "the 61\nNew York 42\n",
      { words: ["the", "New York"], counts: [61, 42] },
    ],
    ["counts after a tab", "the\t61\nof\t42\n", { words: ["the", "of"], counts: [61, 42] }],
    ["a number that is no count as a part of its word", "tea 0.5\npot 0.25\n", { words: ["tea 0.5", "pot 0.25"] }],
    ["counts on some lines as parts of their words", "the 61\nof\n", { words: ["the 61", "of"] }],
    [
      "a phrase that begins as a header does, above counts",
      "word salad\nthe 61\nof 42\n",
      { words: ["word salad", "the 61", "of 42"] },
    ],
    ["the projector's metadata", "word\tcount\nthe\t61\nof\t42\n", { words: ["the", "of"], counts: [61, 42] }],
    [
      "columns by their names",
      "Id\tFrequency\tLabel\n7\t61\tthe\n8\t42\tof\n",
      { words: ["the", "of"], counts: [61, 42] },
    ],
    ["the first column if none is named for it", "token\tx\na\tb\nc\td\n", { words: ["a", "c"] }],
    ["words like any other", "__proto__\nconstructor\n", { words: ["__proto__", "constructor"] }],
  ])("reads %s", (_, file, list) => {
    expect(decoded(file)).toEqual(list);
  });

  test("refuses columns with commas between them", () => {
    expect(() => decoded("tea,5\npot,3\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeWordList: its lines have 2 columns with commas between them, as CSV has; what has tabs there can be read: tr ',' '\\t' < FILE > OUT; if the commas are parts of the words, { listColumn: "line" } takes whole lines (words)]`,
    );
    for (const file of ["word,count\ntea,5\n", '"10,000",5\ntea,3\n', "tea,drink,5\npot,thing,3\n"]) {
      for (const header of [true, false]) expect(() => decodeWordList(bytes(file), { header })).toThrow("as CSV has");
    }
    expect(() => encodeWordList({ words: ["a,b", "c,d"] })).toThrow("every word has as many commas as row 0");
  });

  test("reads bytes that are not UTF-8", () => {
    expect(decodeWordList(Uint8Array.of(0x63, 0xe9, 0x0a, 0x62, 0x0a)).words).toEqual(["c\udce9", "b"]);
  });

  test("names the line that is wrong", () => {
    expect(() => decoded("")).toThrowErrorMatchingInlineSnapshot(`[Error: decodeWordList: the list is empty (words)]`);
    expect(() => decoded("\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeWordList: the list is empty (words)]`,
    );
    expect(() => decoded("a\n\nb\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeWordList: line 2 is empty, where a word should be (words)]`,
    );
    expect(() => decoded("word\tcount\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeWordList: line 1 has the names of columns, and no words follow (words)]`,
    );
    expect(() => decoded("word\tcount\na\t1\nb\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeWordList: line 3 has 1 columns, line 1 names 2 (words)]`,
    );
    expect(() => decoded("word\tcount\na\t1\n\t2\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeWordList: line 3 is without a word in column 1 (words)]`,
    );
    const nameless = (file: string) => () => decodeWordList(bytes(file), { header: false });
    expect(nameless("a\tb\nc\n")).toThrow("line 2 has 1 columns, line 1 has 2");
    expect(nameless("a\tb\n\tc\n")).toThrow("line 2 is without a word in column 1");
    expect(() => decoded("word\tcount\na\t1\nb\tmany\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: decodeWordList: line 3 counts "many"; a count is a whole number (words)]`,
    );
  });
});

describe.each([
  { name: "encodeWordList", encode: encodeWordList },
  { name: "encodeMetadata", encode: encodeMetadata },
])("$name(list)", ({ encode }) => {
  test("writes what decodeWordList gives back", () => {
    const words = fc.uniqueArray(arbitraryLine, { minLength: 1 });
    fc.assert(
      fc.property(words, fc.boolean(), fc.nat(3), (words, isCounted, flip) => {
        const list = isCounted ? { words, counts: words.map((_, row) => (words.length - row) ^ flip) } : { words };
        fc.pre(isWritten(() => encode(list)));
        expect(decodeWordList(encode(list))).toEqual(list);
      }),
      { numRuns: 1000 },
    );
  });

  test("names the word that it cannot write", () => {
    expect(() => encode({ words: ["a", "b\tc"] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeWordList: the word of row 1 is "b\\tc"; a word of this format is at least one byte long and has no newline, tab or stray surrogate, and no return at its end]`,
    );
    expect(() => encode({ words: ["\ufeffa"] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeWordList: the word of row 0 is "\\ufeffa"; its U+FEFF would be taken for a byte order mark]`,
    );
    // Bytes that are not UTF-8, by which UTF-16 begins; and the two letters and more by which compressed files do.
    for (const word of ["\udcff\udcfea", "BZh91AY&SY"]) expect(() => encode({ words: [word] })).toThrow("is taken for");
    expect(() => encode({ words: ["top 10", "top 20"] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeWordList: every word ends like a count, as row 0, "top 10"; they would be read as such]`,
    );
    expect(() => encode({ words: ["2 a", "0 b", "1 c"] })).toThrow("every word begins with the number of its row");
    expect(() => encode({ words: ["a"], counts: [0.5] })).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: encodeWordList: the count of row 0 is 0.5; a count is a whole number]`,
    );
    for (const word of ["", "a\nb", "a\r", "\ud800"]) expect(() => encode({ words: [word] })).toThrow(RangeError);
  });
});

describe("encodeWordList(list)", () => {
  test("writes lines as word2vec.c does", () => {
    expect(text(encodeWordList({ words: ["the", "of"] }))).toBe("the\nof\n");
    expect(text(encodeWordList({ words: ["the", "of"], counts: [61, 42] }))).toBe("the 61\nof 42\n");
  });
});

describe("encodeMetadata(list)", () => {
  test("names the columns if there are two, as the projector wants it", () => {
    expect(text(encodeMetadata({ words: ["the", "of"] }))).toBe("the\nof\n");
    expect(text(encodeMetadata({ words: ["the", "of"], counts: [61, 42] }))).toBe("word\tcount\nthe\t61\nof\t42\n");
  });
});
