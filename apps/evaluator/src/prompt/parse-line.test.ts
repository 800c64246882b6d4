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
        "this is none of: king · king - man + woman · man : king = woman : ? · king ~ queen · .help",
      );
    }
  });
});
