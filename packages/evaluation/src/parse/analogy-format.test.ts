import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analogyFormat } from "./analogy-format.js";

describe("analogyFormat(text)", () => {
  test.each([
    [": family\nboy girl brother sister\n", "sections"],
    ["boy girl brother sister\n: family\nking queen man woman\n", "sections"],
    [": family\n", "sections"],
    ["\ufeffboy girl brother sister\r\nking\tqueen\tman\twoman\r\n", "questions"],
    ["a b c\nboy girl brother sister\nking queen man woman\n", "questions"],
    ["king,queen,man,woman\n", "questions"],
    [': family\n"king","queen","man","woman"\n', "sections"],
    ["ape\tbaby/infant\nbear\tcub\n", "pairs"],
    ["ape baby/infant\nbear cub\n", "pairs"],
    ["New York\tUnited States\nape\tbaby\n", "pairs"],
    [":)\tsmile\n:(\tfrown\n", "pairs"],
    [",type,word1,word2,word3,target\n0,x,a,b,c,d\n", "table"],
    ['"","type","word1","word2","word3","target"\n', "table"],
    ["a b c\nd e f\n", null],
    ["a b c d e\n", null],
    ["These are the files of a test set.\nThey come from a paper.\n", null],
    ["", null],
  ])("%j", (text, format) => {
    expect(analogyFormat(text)).toEqual({ format, isEither: false });
  });

  test("says where every line is a pair and a question", () => {
    expect(analogyFormat("New York\tUnited States\nSan José\tCosta Rica\n")).toEqual({
      format: "pairs",
      isEither: true,
    });
  });

  const data = process.env.WORDLOOM_DATA;
  test.skipIf(data === undefined)("knows the usual files (needs WORDLOOM_DATA)", () => {
    const formatOf = (name: string) => analogyFormat(readFileSync(join(data ?? "", name), "utf8")).format;
    expect(["questions-words.txt", "questions-phrases.txt", "msr-analogies.csv"].map(formatOf)).toEqual([
      "sections",
      "sections",
      "table",
    ]);
    const bats = globSync("BATS_3.0/*/*.txt", { cwd: data });
    expect(new Set(bats.map(formatOf))).toEqual(new Set(["pairs"]));
  });
});
