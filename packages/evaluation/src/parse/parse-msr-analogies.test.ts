import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseMsrAnalogies } from "./parse-msr-analogies.js";

const HEADER = ",type,word1,word2,word3,target\n";

describe("parseMsrAnalogies(text)", () => {
  test("makes a section of each type, in the order in which they come", () => {
    const text = `${HEADER}0,JJ_JJR,good,better,rough,rougher\n1,JJR_JJ,better,good,rougher,rough\n2,JJ_JJR,a,b,c,city's\n`;
    expect(parseMsrAnalogies(text)).toEqual([
      {
        name: "JJ_JJR",
        kind: "syntactic",
        questions: [
          ["good", "better", "rough", "rougher"],
          ["a", "b", "c", "city's"],
        ],
      },
      { name: "JJR_JJ", kind: "syntactic", questions: [["better", "good", "rougher", "rough"]] },
    ]);
  });

  test("reads CRLF, a byte order mark, empty lines, other columns and another order of them", () => {
    const text = "\ufefftarget,word1,word2,word3,note,type\r\n\r\nd,a,b, c ,x,__proto__\r\n";
    expect(parseMsrAnalogies(text)).toEqual([
      { name: "__proto__", kind: "syntactic", questions: [["a", "b", "c", "d"]] },
    ]);
  });

  test("reads quotes, and tabs or semicolons in place of commas", () => {
    const rows = [
      ["", "type", "word1", "word2", "word3", "target"],
      ["0", "X", '"a, b"', '"say ""hi"""', "c", "d"],
    ];
    for (const separator of [",", ";", "\t"]) {
      const text = rows.map((row) => row.join(separator)).join("\n");
      expect(parseMsrAnalogies(text)[0].questions).toEqual([["a, b", 'say "hi"', "c", "d"]]);
    }
    expect(() => parseMsrAnalogies(`${HEADER}0,X,"a,b,c,d\n`)).toThrow("line 2 has a quote that never closes");
  });

  test("names the line that it cannot read", () => {
    expect(() => parseMsrAnalogies("0,JJ_JJR,a,b,c,d\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseMsrAnalogies: line 1 names no column type, word1, word2, word3, target; the first line is ",type,word1,word2,word3,target"]`,
    );
    expect(() => parseMsrAnalogies(",type,word1,word2,target\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseMsrAnalogies: line 1 names no column word3; the first line is ",type,word1,word2,word3,target"]`,
    );
    expect(() => parseMsrAnalogies(`${HEADER}0,JJ_JJR,a,b,c,d\n\n1,JJ_JJR,a,b,c\n`)).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseMsrAnalogies: line 4 has 5 columns; the first has 6]`,
    );
    expect(() => parseMsrAnalogies(`${HEADER}0,JJ_JJR,a,b,c,d,e\n`)).toThrow("line 2 has 7 columns; the first has 6");
    expect(() => parseMsrAnalogies(`${HEADER}0,JJ_JJR,a,b, ,d\n`)).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseMsrAnalogies: line 2 has nothing in the column word3]`,
    );
    expect(() => parseMsrAnalogies(HEADER)).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseMsrAnalogies: there are no questions]`,
    );
    expect(() => parseMsrAnalogies("")).toThrow("there are no questions");
    expect(() => parseMsrAnalogies("x\n", { source: "msr.csv" })).toThrow(
      /^parseMsrAnalogies: line 1 .* \(msr\.csv\)$/,
    );
  });

  test("reads a mutated file, or names a line", () => {
    const text = `${HEADER}0,JJ_JJR,good,better,rough,rougher\n1,JJR_JJ,better,good,rougher,rough\n`;
    const mutation = fc.tuple(fc.nat(text.length), fc.nat(5), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(mutation, ([at, length, put]) => {
        try {
          const sections = parseMsrAnalogies(text.slice(0, at) + put + text.slice(at + length));
          for (const { questions } of sections) for (const words of questions) expect(words).not.toContain("");
        } catch (error) {
          expect(String(error)).toMatch(/^Error: parseMsrAnalogies: (line \d+ |there are no questions)/);
        }
      }),
    );
  });

  const data = process.env.WORDLOOM_DATA;
  test.skipIf(data === undefined)("reads the test set whole (needs WORDLOOM_DATA)", () => {
    const sections = parseMsrAnalogies(readFileSync(join(data ?? "", "msr-analogies.csv"), "utf8"));
    expect(sections.map(({ questions }) => questions.length)).toEqual(new Array(16).fill(500));
    expect(sections[0].questions[0]).toEqual(["good", "better", "rough", "rougher"]);
  });
});
