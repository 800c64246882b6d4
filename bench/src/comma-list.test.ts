import { decimal } from "@wordloom/terminal";
import { describe, expect, test } from "vitest";
import { commaList } from "./comma-list.ts";

describe("commaList(items)", () => {
  test("parses each item, blanks around it or not", () => {
    expect(commaList({ each: decimal() })("0.1, 2")).toEqual([0.1, 2]);
  });

  test("knows the names that there are", () => {
    const parse = commaList({ among: ["cbow", "skip-gram"] });
    expect(parse("skip-gram,cbow")).toEqual(["skip-gram", "cbow"]);
    expect(() => parse("cbow,glove")).toThrowErrorMatchingInlineSnapshot(
      `[CommanderError: there is no "glove"; known are cbow, skip-gram]`,
    );
  });

  test("has no empty items", () => {
    expect(() => commaList({ each: decimal() })("1,")).toThrow("It must be a number");
    expect(() => commaList({ among: ["cbow"] })("")).toThrow('there is no ""');
  });
});
