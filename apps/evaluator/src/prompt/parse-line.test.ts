import { describe, expect, test } from "vitest";
import { parseLine } from "./parse-line.js";

const words = new Set([
  "king",
  "man",
  "woman",
  "queen",
  "well-known",
  "+",
  ".",
  ".net",
  "10,000",
  "New York",
  "?",
  "c++",
  '"',
  '6"',
  "king:man",
  ".help",
]);
const parsed = (line: string) => parseLine(line, (text) => words.has(text));
const near = (positive: string[], negative: string[] = []) => ({ kind: "near", positive, negative });

describe("parseLine(line, isWord)", () => {
  test.each([
    ["king", near(["king"])],
    ["  king  ", near(["king"])],
    ["king - man + woman", near(["king", "woman"], ["man"])],
    ["king − man", near(["king"], ["man"])],
    ["- man + king", near(["king"], ["man"])],
    ["king-man+woman", near(["king", "woman"], ["man"])],
    ["qeen", near(["qeen"])],
    ["man + qeen", near(["man", "qeen"])],
  ])("reads words and signs: %s", (line, expected) => {
    expect(parsed(line)).toEqual(expected);
  });

  test.each([
    ["well-known", near(["well-known"])],
    ["well-known + king", near(["well-known", "king"])],
    ["New York", near(["New York"])],
    ['"New York" + king', near(["New York", "king"])],
    ['king + "+"', near(["king", "+"])],
    ["10,000", near(["10,000"])],
    [".", near(["."])],
    [".net", near([".net"])],
    ["c++ - king", near(["c++"], ["king"])],
    [".net + king", near([".net", "king"])],
    ["king:man", near(["king:man"])],
    ["king:man + king", near(["king:man", "king"])],
    ['"', near(['"'])],
    ['king + "', near(["king", '"'])],
    ['6" - king', near(['6"'], ["king"])],
    ['".help"', near([".help"])],
    ['"king"-"man"', near(["king"], ["man"])],
    ['king-"New York"', near(["king", "New York"].slice(0, 1), ["New York"])],
  ])("takes for a word what is one: %s", (line, expected) => {
    expect(parsed(line)).toEqual(expected);
  });

  test.each([
    "man : king = woman : ?",
    "man:king::woman",
    "man : king :: woman : ?",
    "man:king=woman:?",
    "man : king = woman :",
  ])("reads an analogy: %s", (line) => {
    expect(parsed(line)).toEqual({ kind: "analogy", words: ["man", "king", "woman"] });
  });

  test("reads two words to compare", () => {
    expect(parsed("king ~ queen")).toEqual({ kind: "cosine", words: ["king", "queen"] });
    expect(parsed("king~queen")).toEqual({ kind: "cosine", words: ["king", "queen"] });
  });

  test("reads the words of .odd, in quotes or as they stand", () => {
    expect(parsed('.odd "king:man" well-known c++  "New York"')).toEqual({
      kind: "odd",
      words: ["king:man", "well-known", "c++", "New York"],
    });
    expect(parsed(".odd")).toEqual({ kind: "odd", words: [] });
    expect(() => parsed('.odd "king man')).toThrow("do not close");
  });

  test("takes a command for one though it is a word, unless it is in quotes", () => {
    expect(parsed(".help")).toEqual({ kind: "command", name: "help", argument: "" });
    expect(parsed(".nothing")).toEqual({ kind: "command", name: "nothing", argument: "" });
  });

  test("says what is wrong with quotes", () => {
    expect(() => parsed('king - "New York')).toThrowErrorMatchingInlineSnapshot(
      `[Error: the quotes of "New York do not close; a quote that is a word is "\\""]`,
    );
    expect(() => parsed('"New York"king')).toThrowErrorMatchingInlineSnapshot(
      `[Error: "New York" and king need a blank or a sign between them]`,
    );
    expect(() => parsed('"C:\\dir"')).toThrow("a backslash is written");
  });

  test("reads commands", () => {
    expect(parsed(".help")).toEqual({ kind: "command", name: "help", argument: "" });
    expect(parsed(".top  20 ")).toEqual({ kind: "command", name: "top", argument: "20" });
    expect(parsed(" ")).toEqual({ kind: "nothing" });
  });

  test("says what it cannot read", () => {
    expect(() => parsed("king queen")).toThrowErrorMatchingInlineSnapshot(
      `[Error: "king" and "queen" stand side by side; put + or - between them, or quotes around one word]`,
    );
    for (const line of ["king +", "+ - king", "man : king", "a ~ b ~ c", "man : king = woman : queen"]) {
      expect(() => parsed(line)).toThrow(
        "this line is not a question; questions are: king · king - man + woman · man : king = woman : ? · king ~ queen · .help",
      );
    }
  });
});
