import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseWordPairs } from "./parse-word-pairs.js";

const tiger = [{ first: "tiger", second: "cat", score: 7.35 }];

describe("parseWordPairs(text)", () => {
  test.each([
    ["tabs", "tiger\tcat\t7.35\n"],
    ["commas", "tiger,cat,7.35\n"],
    ["spaces", "tiger  cat 7.35 \n"],
    ["CRLF and no last newline", "\r\ntiger\tcat\t7.35"],
    ["a header", "Word 1,Word 2,Human (mean)\r\ntiger,cat,7.35\r\n"],
    ["comments, then a header", "# WordSim-353\n\n# a, b\nword1\tword2\tscore\ntiger\tcat\t7.35\n"],
    ["a part of speech before the score", "word1\tword2\tPOS\tSimLex999\tconc\ntiger\tcat\tN\t7.35\t2.7\n"],
    ["single ratings after the score", "tiger\tcat\t7.35\t9\t7\t8\n"],
    ["a header with numbers in it", "Word 1,Word 2,Human (mean),1,2\ntiger,cat,7.35,9,7\n"],
    ["a byte order mark", "\ufefftiger\tcat\t7.35\n"],
  ])("reads %s", (_, text) => {
    expect(parseWordPairs(text)).toEqual(tiger);
  });

  test("keeps capitals, phrases, equal words and pairs that come twice", () => {
    expect(parseWordPairs("New York\tCity\t1\ntiger\ttiger\t10\ntiger\ttiger\t10\n__proto__\tx\t-1e1\n")).toEqual([
      { first: "New York", second: "City", score: 1 },
      { first: "tiger", second: "tiger", score: 10 },
      { first: "tiger", second: "tiger", score: 10 },
      { first: "__proto__", second: "x", score: -10 },
    ]);
  });

  test("names the line that it cannot read", () => {
    expect(() => parseWordPairs("# pairs\na\tb\t1\n\na\tb\tx\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: line 4 is "a\\tb\\tx", not two words and a number]`,
    );
    expect(() => parseWordPairs("a\tb\t1\na\t2\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: line 2 is "a\\t2", not two words and a number]`,
    );
    expect(() => parseWordPairs("a\t2\na\tb\t1\n")).toThrow("line 1 is");
    expect(() => parseWordPairs("a\tb\t1\n\tb\t2\n")).toThrow("line 2 is");
    expect(() => parseWordPairs("a\tb\t1\na\tb\t3,92\n")).toThrow("line 2 is");
  });

  test("names the file, if it is told", () => {
    expect(() => parseWordPairs("a\n", { source: "pairs.txt" })).toThrow(/^parseWordPairs: line 1 .* \(pairs\.txt\)$/);
  });

  test("reads a mutated file, or names a line", () => {
    const text = "# pairs\na\tb\t1\nc\td\t2.5\r\ne\tf\t-3\n";
    const mutation = fc.tuple(fc.nat(text.length), fc.nat(5), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(mutation, ([at, length, put]) => {
        try {
          const pairs = parseWordPairs(text.slice(0, at) + put + text.slice(at + length));
          for (const { first, second, score } of pairs) {
            expect([first, second]).not.toContain("");
            expect(score).not.toBeNaN();
          }
        } catch (error) {
          expect(String(error)).toMatch(/^Error: parseWordPairs: (line \d+ |there are no pairs)/);
        }
      }),
    );
  });

  test("refuses a file without pairs", () => {
    expect(() => parseWordPairs("")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: there are no pairs; each line has two words and a number]`,
    );
    expect(() => parseWordPairs("word1\tword2\tscore\n")).toThrow("there are no pairs");
  });

  // Rows as counted in the README of the data, less header lines.
  const data = process.env.WORDLOOM_DATA;
  describe.skipIf(data === undefined)("reads every test set whole (needs WORDLOOM_DATA)", () => {
    test.each([
      ["word-sim/EN-MC-30.txt", 30],
      ["word-sim/EN-MEN-TR-3k.txt", 3000],
      ["word-sim/EN-MTurk-287.txt", 287],
      ["word-sim/EN-MTurk-771.txt", 771],
      ["word-sim/EN-RG-65.txt", 65],
      ["word-sim/EN-RW-STANFORD.txt", 2034],
      ["word-sim/EN-SIMLEX-999.txt", 999],
      ["word-sim/EN-SimVerb-3500.txt", 3500],
      ["word-sim/EN-VERB-143.txt", 144],
      ["word-sim/EN-WS-353-ALL.txt", 353],
      ["word-sim/EN-WS-353-REL.txt", 252],
      ["word-sim/EN-WS-353-SIM.txt", 203],
      ["word-sim/EN-YP-130.txt", 130],
      ["word-sim-original/MEN/MEN_dataset_natural_form_full", 3000],
      ["word-sim-original/SimLex-999/SimLex-999.txt", 999],
      ["word-sim-original/SimVerb-3500/SimVerb-3000-test.txt", 3000],
      ["word-sim-original/SimVerb-3500/SimVerb-3500.txt", 3500],
      ["word-sim-original/SimVerb-3500/SimVerb-500-dev.txt", 500],
      ["word-sim-original/rw/rw.txt", 2034],
      ["word-sim-original/wordsim353/combined.csv", 353],
      ["word-sim-original/wordsim353/combined.tab", 353],
      ["word-sim-original/wordsim353/set1.csv", 153],
      ["word-sim-original/wordsim353/set2.csv", 200],
    ])("%s: %d pairs", (name, rows) => {
      expect(parseWordPairs(readFileSync(join(data ?? "", name), "utf8"))).toHaveLength(rows);
    });

    test("with the scores of the common format, which are those of the original", () => {
      const read = (name: string) => parseWordPairs(readFileSync(join(data ?? "", name), "utf8"));
      expect(read("word-sim/EN-WS-353-ALL.txt")).toEqual(read("word-sim-original/wordsim353/combined.csv"));
      expect(read("word-sim/EN-SIMLEX-999.txt")).toEqual(read("word-sim-original/SimLex-999/SimLex-999.txt"));
      expect(read("word-sim/EN-RW-STANFORD.txt")).toEqual(read("word-sim-original/rw/rw.txt"));
    });
  });
});
