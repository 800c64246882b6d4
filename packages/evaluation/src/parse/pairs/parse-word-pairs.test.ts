import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseWordPairs } from "./parse-word-pairs.js";

const tiger = [{ first: "tiger", second: "cat", score: 7.35 }];

describe("parseWordPairs(text)", () => {
  // To part so many digits in every way would take a day.
  test.each(["inf", "-Infinity", "nan", "NA"])(
    "takes a first row with %s for a pair without a score, not a header",
    (cell) => {
      const notes: unknown[] = [];
      const text = `king queen ${cell}\ntea pot 7\nman woman 5\n`;
      expect(parseWordPairs(text, { onNote: (note) => notes.push(note) })).toEqual([
        { first: "tea", second: "pot", score: 7 },
        { first: "man", second: "woman", score: 5 },
      ]);
      expect(notes).toEqual([{ kind: "rows-without-score", message: "1 row without a score was left out", count: 1 }]);
    },
  );

  test("says how to read scores in front of the words", () => {
    const text = "9\tking\tqueen\n7.5\ttea\tpot\n";
    expect(() => parseWordPairs(text)).toThrow(
      "parseWordPairs: the score is column 1, in front of the words; --pair-columns 2,3,1 reads it there",
    );
    expect(parseWordPairs(text, { columns: { first: 2, second: 3, score: 1 } })[1]).toEqual({
      ...{ first: "tea", second: "pot" },
      score: 7.5,
    });
  });

  test("takes time in proportion to a long cell that is nearly a number", () => {
    expect(() => parseWordPairs(`tiger\tcat\t1\na\tb\t${"1".repeat(2 ** 20)}x\n`)).toThrow("line 2");
  });

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
    expect(() => parseWordPairs("a\tb\t1.5\na\tb\t3,92\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: line 2 has the score "3,92"; is the comma a decimal point? write numbers with points]`,
    );
    expect(() => parseWordPairs("a;b;1,234\nc;d;2,345\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: line 1 has the score "1,234"; is the comma a decimal point? write numbers with points]`,
    );
    expect(() => parseWordPairs('a,b,1\n"a,b,2\n')).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: line 2 has a quote that never closes]`,
    );
    expect(() => parseWordPairs('a,b,1\n"a"b,c,2\n')).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: line 2 has text behind the quote that closes a cell]`,
    );
    expect(() => parseWordPairs('",quote,3\na,b,1\n",x,4\nc,d,2\n')).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: line 1 has a quote that closes only behind other rows; write a quote that is a word as """"]`,
    );
    // Quietly, it would be Paris and 10, as similar as 0.
    expect(() => parseWordPairs("a,b,2\nParis,10,000,3\nc,d,4\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: line 2 has 4 columns, others have 3; does a word with a separator in it need quotes?]`,
    );
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
          expect(String(error)).toMatch(
            /^Error: parseWordPairs: (line \d+ |there are no pairs|which column|columns? \d)/,
          );
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

  test.each([
    ["pandas' index, under a header", ",word1,word2,score\n0,tiger,cat,7.35\n1,a,b,2\n"],
    ["an index called so", "id,first,second,gold\n7,tiger,cat,7.35\n3,a,b,2\n"],
    [
      "R's names of rows, which its header leaves out",
      '"word1","word2","score"\n"1","tiger","cat",7.35\n"2","a","b",2\n',
    ],
    ["the same between blanks", '"word1" "word2" "score"\n"1" "tiger" "cat" 7.35\n"2" "a" "b" 2\n'],
    ["words and a score in another order", "score;word_b;word_a\n7.35;cat;tiger\n2;b;a\n"],
    ["a part of speech for each word", "word1\tPOS1\tword2\tPOS2\tscore\ntiger\tN\tcat\tV\t7.35\na\tN\tb\tN\t2\n"],
    ["quotes", '"word1","word2","score"\n"tiger","cat","7.35"\n"a","b","2"\n'],
    ["a header without a name for the score", "word1,word2,\ntiger,cat,7.35\na,b,2\n"],
    ["lines that \\r ends", "tiger,cat,7.35\ra,b,2\r"],
    ["rows of empty cells, as Excel leaves them", "tiger;cat;7.35\na;b;2\n;;\n"],
  ])("reads %s", (_, text) => {
    expect(parseWordPairs(text)).toEqual([...tiger, { first: "a", second: "b", score: 2 }]);
  });

  test("reads cells in quotes as RFC 4180 has them, and a quote that is a word between tabs", () => {
    const words = (text: string) => parseWordPairs(text).flatMap(({ first, second }) => [first, second]);
    expect(words('"New York, NY","say ""hi""",3\n"a\nb",#c,4\n')).toEqual(["New York, NY", 'say "hi"', "a\nb", "#c"]);
    expect(words('"\tquote\t3\na\tb\t1\n"\tx\t4\n')).toEqual(['"', "quote", "a", "b", '"', "x"]);
    expect(words('"#tiger",cat,3\na,b,2\n')).toEqual(["#tiger", "cat", "a", "b"]);
  });

  test.each([
    ["0,tiger,cat,7.35\n1,a,b,2\n", 2, "index-column"],
    ["17,tiger,cat,7.35\n3,a,b,2\n", 2, "index-column"],
    ["1984,1985,7.35\n1999,2000,2\n", 2, "number-words"],
    ["tiger\tcat\tNA\na\tb\t2\nc\td\t3\n", 2, "rows-without-score"],
    ["tiger,cat,nan\na,b,2\nc,d,3\n", 2, "rows-without-score"],
    ["tiger,cat,\na,b,2\nc,d,3\n", 2, "rows-without-score"],
    ["word1,word2,score\na,b,NA\nc,d,3\n", 1, "rows-without-score"],
    ["tiger;cat;7,35\na;b;2\n", 2, "decimal-commas"],
    ["Tier A,Tier B,Wert\ntiger,cat,7.35\n", 1, "header-by-content"],
    ["단어 하나\t단어 둘\t점수\ntiger\tcat\t7.35\n", 1, "header-by-content"],
    ["word1\tword2\tSimLex999\tSD\ntiger\tcat\t7.35\t1\n", 1, "score-column"],
    ["tiger\tcat\t7.35\t9\t7\t8\n", 1, "score-column"],
    ["#tiger,cat,7.35\na,b,2\n", 1, "comments-like-pairs"],
  ])("says what it decided or left out: %j", (text, pairs, kind) => {
    const kinds: string[] = [];
    expect(parseWordPairs(text, { onNote: (note) => kinds.push(note.kind) })).toHaveLength(pairs);
    expect(kinds).toEqual([kind]);
  });

  test("says nothing where nothing was decided", () => {
    const notes: unknown[] = [];
    for (const text of [
      "tiger\tcat\t7.35\n",
      ",word1,word2,score\n0,tiger,cat,7.35\n",
      "take\tremove\tV\t6.81\tSYNONYMS\n",
    ]) {
      parseWordPairs(text, { onNote: (note) => notes.push(note) });
    }
    expect(notes).toEqual([]);
  });

  test("counts what it leaves out, and names the file", () => {
    const notes: unknown[] = [];
    parseWordPairs("a,b,NA\nc,d,1\ne,f,\n", { source: "x.csv", onNote: (note) => notes.push(note) });
    expect(notes).toEqual([
      { kind: "rows-without-score", message: "2 rows without a score were left out (x.csv)", count: 2 },
    ]);
  });

  test("asks where columns could be meant in two ways", () => {
    expect(() => parseWordPairs("word1,word2,similarity,relatedness\na,b,2,3\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: which column is the score: "similarity" or "relatedness"? --pair-columns says it, as 1,2,3 does]`,
    );
    expect(() => parseWordPairs("a,b,2,3.5\nc,d,3,4\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: which column is the score: 3 or 4? --pair-columns says it, as 1,2,3 does]`,
    );
    expect(() => parseWordPairs("0,1,0.5\n1,2,0.7\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: column 1 counts the rows; is it an index or a word? --pair-columns says which columns count, as 1,2,3 does]`,
    );
    expect(() => parseWordPairs("3,tiger,cat,7\n3,lion,dog,3\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: column 1 has whole numbers, some of them twice; is it a word? --pair-columns says which columns count, as 2,3,4 does]`,
    );
    expect(() => parseWordPairs("p1,tiger,cat,7\np2,lion,dog,3\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: columns 1, 2 and 3 all have words; which two are the pair? --pair-columns says it, as 1,2,4 does]`,
    );
    expect(() => parseWordPairs("word1,term1,word2,term2,score\na,b,c,d,1\n")).not.toThrow();
    expect(() => parseWordPairs("noun1,term1,noun2,term2,score\na,b,c,d,1\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: the header names words twice; which columns are the two words? --pair-columns says it]`,
    );
  });

  test("takes the columns that it is told, by name or by number", () => {
    const parse = (text: string, first: string | number, second: string | number, score: string | number) =>
      parseWordPairs(text, { columns: { first, second, score } });
    expect(parse("word1,word2,similarity,relatedness\ntiger,cat,2,7.35\n", "Word1", "word2", "relatedness")).toEqual(
      tiger,
    );
    expect(parse("0,tiger,cat,7.35\n", 2, "3", 4)).toEqual(tiger);
    expect(parse("0,tiger,cat,7.35\n1,a,b,2\n", 1, 3, 4)[0]).toEqual({ first: "0", second: "cat", score: 7.35 });
    expect(() => parse("a,b,1\n", "x", 2, 3)).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: there is no column "x"; there are 3, and line 1 is "a,b,1"]`,
    );
    expect(() => parse("a,b,1\n", 1, 2, 4)).toThrow("there is no column 4");
    expect(() => parse("a,b,1\n", 1, 2, 2)).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseWordPairs: two words and a score are three columns, each another]`,
    );
  });

  test("reads back what pandas and R would write of any pairs", () => {
    const word = fc.string({
      unit: fc.constantFrom("a", "b", ",", ";", '"', " ", "é", "東", "'"),
      minLength: 1,
      maxLength: 6,
    });
    const words = word.map((each) => `w${each}w`);
    const pair = fc.record({
      first: words,
      second: words,
      score: fc.integer({ min: -99, max: 999 }).map((n) => n / 4),
    });
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 2, maxLength: 8 }),
        fc.constantFrom("\t", ";", ","),
        fc.boolean(),
        fc.constantFrom("", ",", "word1", "id"),
        (pairs, separator, isIndexed, header) => {
          const names = [...(isIndexed ? [header === "id" ? "id" : ""] : []), "word1", "word2", "score"];
          const rows = pairs.map(({ first, second, score }, i) => [
            ...(isIndexed ? [i] : []),
            cell(first),
            cell(second),
            score,
          ]);
          const text = [...(header === "" ? [] : [names]), ...rows].map((row) => `${row.join(separator)}\n`).join("");
          expect(parseWordPairs(text)).toEqual(pairs);
        },
      ),
    );
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
