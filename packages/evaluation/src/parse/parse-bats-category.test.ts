import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBatsCategory } from "./parse-bats-category.js";

describe("parseBatsCategory(text, name)", () => {
  test("reads words and their answers, and the group from the name", () => {
    expect(parseBatsCategory("ape\tbaby/infant\nbear\tcub\n", "E06 [animal - young]")).toEqual({
      name: "E06 [animal - young]",
      group: "Encyclopedic semantics",
      kind: "semantic",
      pairs: [
        { word: "ape", answers: ["baby", "infant"] },
        { word: "bear", answers: ["cub"] },
      ],
    });
    const kindOf = (name: string) => parseBatsCategory("a\tb\nc\td", name).kind;
    expect(["I01", "D10", "L09", "X01", "Irregular", "__proto__"].map(kindOf)).toEqual([
      "syntactic",
      "syntactic",
      "semantic",
      null,
      null,
      null,
    ]);
  });

  test("reads empty answers, answers that come twice, CRLF, empty lines and a byte order mark", () => {
    const text = "\ufeffbag\tpouch//pouch/ tote /\r\n\r\n__proto__\tconstructor\r\n";
    expect(parseBatsCategory(text, "x").pairs).toEqual([
      { word: "bag", answers: ["pouch", "tote"] },
      { word: "__proto__", answers: ["constructor"] },
    ]);
  });

  test("takes blanks for tabs where there are none", () => {
    expect(parseBatsCategory("ape  baby/infant \nbear cub\n", "x").pairs).toEqual([
      { word: "ape", answers: ["baby", "infant"] },
      { word: "bear", answers: ["cub"] },
    ]);
    expect(() => parseBatsCategory("ape baby\na bear cub\n", "x")).toThrow("line 2 is");
  });

  test("names the line that it cannot read", () => {
    const parse = (text: string) => () => parseBatsCategory(text, "x", { source: "x.txt" });
    expect(parse("a\tb\nc d\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseBatsCategory: line 2 is "c d", not a word, a tab and answers parted by "/" (x.txt)]`,
    );
    expect(parse("a\tb\nc\t/\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseBatsCategory: line 2 is "c\\t/", not a word, a tab and answers parted by "/" (x.txt)]`,
    );
    expect(parse("a\tb\tc\n")).toThrow("line 1 is");
    expect(parse("\tb\n")).toThrow("line 1 is");
    expect(parse("a\tb\n\na\tc\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseBatsCategory: line 3 has the word of line 1, "a" (x.txt)]`,
    );
    expect(parse("a\tb\n")).toThrowErrorMatchingInlineSnapshot(
      `[Error: parseBatsCategory: a question takes two pairs; the number of pairs is 1 (x.txt)]`,
    );
    expect(parse("")).toThrow("the number of pairs is 0");
  });

  test("reads a mutated file, or names a line", () => {
    const text = "ape\tbaby/infant\nbear\tcub\nbee\tbuzz/hum/\n";
    const mutation = fc.tuple(fc.nat(text.length), fc.nat(5), fc.string({ maxLength: 5 }));
    fc.assert(
      fc.property(mutation, ([at, length, put]) => {
        try {
          const { pairs } = parseBatsCategory(text.slice(0, at) + put + text.slice(at + length), "x");
          for (const { word, answers } of pairs) expect([answers.length > 0, word !== ""]).toEqual([true, true]);
        } catch (error) {
          expect(String(error)).toMatch(/^Error: parseBatsCategory: (line \d+ |a question takes two pairs)/);
        }
      }),
    );
  });

  const data = process.env.WORDLOOM_DATA;
  test.skipIf(data === undefined)("reads every category whole (needs WORDLOOM_DATA)", () => {
    const files = globSync(join(data ?? "", "BATS_3.0/*/*.txt")).sort();
    const categories = files.map((file) => parseBatsCategory(readFileSync(file, "utf8"), basename(file, ".txt")));
    expect(categories.map(({ pairs }) => pairs.length)).toEqual(new Array(40).fill(50));
    const groups = categories.map(({ group }) => group);
    expect(groups).toEqual(
      [
        "Inflectional morphology",
        "Derivational morphology",
        "Encyclopedic semantics",
        "Lexicographic semantics",
      ].flatMap((group) => new Array<string>(10).fill(group)),
    );
    expect(categories.at(-1)?.pairs[0]).toEqual({ word: "after", answers: ["before", "earlier", "previously"] });
  });
});
