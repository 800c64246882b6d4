import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analogyFormat } from "./analogy-format.js";
import { parseWordPairs } from "./pairs/parse-word-pairs.js";
import { parseAnalogies } from "./parse-analogies.js";
import { parseBatsCategory } from "./parse-bats-category.js";
import { parseMsrAnalogies } from "./parse-msr-analogies.js";

describe("parseAnalogies(text)", () => {
  test("reads sections of questions", () => {
    expect(parseAnalogies(": family\nboy girl brother sister\n: gram1-x y\na b c d\ne f g h\n")).toEqual([
      { name: "family", questions: [["boy", "girl", "brother", "sister"]] },
      {
        name: "gram1-x y",
        questions: [
          ["a", "b", "c", "d"],
          ["e", "f", "g", "h"],
        ],
      },
    ]);
  });

  test("reads CRLF, tabs, empty lines, a byte order mark and a missing last newline", () => {
    expect(parseAnalogies("\ufeff: x\r\n\r\na\tb  c d \r\n: empty\r\n:y\r\n__proto__ b c constructor")).toEqual([
      { name: "x", questions: [["a", "b", "c", "d"]] },
      { name: "empty", questions: [] },
      { name: "y", questions: [["__proto__", "b", "c", "constructor"]] },
    ]);
  });

  test("names the line that it cannot read", () => {
    expect(() => parseAnalogies(": x\na b c d\na b c\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseAnalogies: line 3 has 3 words; a question has four]`,
    );
    expect(() => parseAnalogies(": x\na b c d e\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseAnalogies: line 2 has 5 words; a question has four]`,
    );
    expect(() => parseAnalogies("\na b c d\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseAnalogies: line 2 is a question before the first section, such as ": family"]`,
    );
    expect(() => parseAnalogies(":  \na b c d\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseAnalogies: line 1 starts a section without a name]`,
    );
  });

  test("takes a file without sections for one, whose name it is told", () => {
    expect(parseAnalogies("boy girl brother sister\r\nking queen man woman", { section: "family" })).toEqual([
      {
        name: "family",
        questions: [
          ["boy", "girl", "brother", "sister"],
          ["king", "queen", "man", "woman"],
        ],
      },
    ]);
    expect(() => parseAnalogies("a b c d\na b c\n", { section: "x" })).toThrow(
      "line 2 has 3 words; a question has four",
    );
    expect(() => parseAnalogies("\n", { section: "x" })).toThrow("there are no questions");
  });

  test.each([
    "king,queen,man,woman\nboy,girl,New York,sister\n",
    'king, queen, man, woman\r\n"boy","girl","New York","sister"\r\n',
    "king;queen;man;woman\n\nboy;girl;New York;sister",
  ])("reads words that commas or semicolons part: %j", (text) => {
    const questions = [
      ["king", "queen", "man", "woman"],
      ["boy", "girl", "New York", "sister"],
    ];
    expect(parseAnalogies(text, { section: "x" })).toEqual([{ name: "x", questions }]);
    expect(parseAnalogies(`: x\n${text}`)).toEqual([{ name: "x", questions }]);
  });

  test("reads commas as part of words where one line has others", () => {
    expect(parseAnalogies("1,000,0,0 b c d\n", { section: "x" })[0].questions).toEqual([["1,000,0,0", "b", "c", "d"]]);
    expect(parseAnalogies("a,b,c,d b c d\ne f g h\n", { section: "x" })[0].questions[0][0]).toBe("a,b,c,d");
  });

  test.each([
    [undefined, "undefined"],
    [Buffer.from("x"), "a Uint8Array"],
    [["a b c d"], "an array"],
  ])("refuses %j, which is no text, as the other parsers do", (given, kind) => {
    const text = given as unknown as string;
    const parsers: readonly [string, () => unknown][] = [
      ["parseAnalogies", () => parseAnalogies(text)],
      ["parseMsrAnalogies", () => parseMsrAnalogies(text)],
      ["parseBatsCategory", () => parseBatsCategory(text, "x")],
      ["parseWordPairs", () => parseWordPairs(text)],
      ["analogyFormat", () => analogyFormat(text)],
    ];
    for (const [name, parse] of parsers) {
      expect(parse).toThrow(TypeError);
      expect(parse).toThrow(`${name}: the text is ${kind}; it is a string, the content of a file`);
    }
  });

  test("says how bytes become a text", () => {
    const given = (text: unknown) => () => parseAnalogies(text as string);
    const hint = "content of a file; new TextDecoder().decode(bytes) makes one of bytes";
    for (const bytes of [Uint8Array.of(97), Buffer.from("a")]) expect(given(bytes)).toThrow(hint);
    expect(given(["a b c d"])).toThrow(/the content of a file$/);
  });

  test("counts a line of CRLF once, as the other parsers do", () => {
    expect(() => parseAnalogies(": x\r\na b c d\r\na b\r\n")).toThrow("line 3 has 2 words");
    expect(() => parseBatsCategory("a\tb\r\nc\r\n", "x")).toThrow("line 2 is");
    expect(() => parseWordPairs("a\tb\t1\r\na\tb\tx\r\n")).toThrow("line 2 is");
    expect(() => parseMsrAnalogies(",type,word1,word2,word3,target\r\n0,JJ,a\r\n")).toThrow("line 2 has 3 columns");
  });

  test("names the file, if it is told", () => {
    expect(() => parseAnalogies("a\n", { source: "questions.txt" })).toThrow(
      /^parseAnalogies: line 1 .* \(questions\.txt\)$/,
    );
  });

  test("reads a mutated file, or names a line", () => {
    const text = ": x\na b c d\ne f g h\n: y\n\ni j k l\n";
    const mutation = fc.tuple(fc.nat(text.length), fc.nat(5), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(mutation, ([at, length, put]) => {
        try {
          const sections = parseAnalogies(text.slice(0, at) + put + text.slice(at + length));
          for (const { questions } of sections) for (const words of questions) expect(words).not.toContain("");
        } catch (error) {
          expect(String(error)).toMatch(/^Error: parseAnalogies: (line \d+ |there are no questions)/);
        }
      }),
    );
  });

  test("refuses a file without questions", () => {
    expect(() => parseAnalogies("")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseAnalogies: there are no questions]`,
    );
    expect(() => parseAnalogies(": x\n")).toThrow("there are no questions");
  });

  const data = process.env.WORDLOOM_DATA;
  test.skipIf(data === undefined)("reads Google's files whole (needs WORDLOOM_DATA)", () => {
    const read = (name: string) => parseAnalogies(readFileSync(join(data ?? "", name), "utf8"));
    const words = read("questions-words.txt");
    const count = (sections: typeof words) => sections.reduce((sum, { questions }) => sum + questions.length, 0);
    expect(words).toHaveLength(14);
    expect(count(words)).toBe(19_544);
    expect(count(words.slice(0, 5))).toBe(8_869);
    expect(count(words.filter(({ name }) => name.startsWith("gram")))).toBe(10_675);
    expect(words[0].questions[0]).toEqual(["Athens", "Greece", "Baghdad", "Iraq"]);
    const phrases = read("questions-phrases.txt");
    expect(phrases).toHaveLength(5);
    expect(count(phrases)).toBe(3_218);
  });
});
