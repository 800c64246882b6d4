import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatOfPath } from "./format-of-path.js";

describe("formatOfPath(path)", () => {
  test.each([
    ["a.bin", "binary"],
    ["a.b.TXT", "text"],
    ["a.vec.gz", "text"],
    ["a.GLOVE.GZ", "glove"],
    ["folder.bin/a.npy", "npy"],
    ["a.safetensors.gz", "safetensors"],
    ["한국어.tsv", "tsv"],
  ])("of %s is %s", (path, format) => {
    expect(formatOfPath(path)).toBe(format);
  });

  test.each([
    "out.json",
    "out",
    "out.gz",
    "out.bin.",
    "folder.bin/out",
    "out.txt/",
    "out.bin.bak",
    "a.csv.gz",
    "out.__proto__",
    "",
  ])("refuses %j, unless the format is given", (path) => {
    expect(() => formatOfPath(path)).toThrow(RangeError);
    expect(formatOfPath(path, "npy")).toBe("npy");
  });

  test.each(["a.bin.zst", "a.txt.BZ2", "a.zip", "a.tar.gz"])("refuses the packing of %s even then", (path) => {
    expect(() => formatOfPath(path, "text")).toThrow(/of packings only gzip is written/);
  });

  test("says what would do", () => {
    expect(() => formatOfPath("out.json")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: formatOfPath: the name out.json does not say the format, as .bin, .glove, .npy, .safetensors, .tsv, .txt, .vec at its end would; rename it, or give the format, as { format: "binary" }]`,
    );
    expect(() => formatOfPath("out.json", undefined, "say --to")).toThrow(/rename it, or say --to$/);
    expect(() => formatOfPath("a.bin.zst")).toThrowErrorMatchingInlineSnapshot(
      `[RangeError: formatOfPath: a.bin.zst ends in .zst, and of packings only gzip is written, .gz]`,
    );
  });

  test("takes no ending for a format but those that are one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (ending) => {
        fc.pre(!/^(bin|glove|npy|safetensors|tsv|txt|vec)(\.gz)?$/i.test(ending.split(/[.](?!gz$)/i).at(-1) ?? ""));
        expect(() => formatOfPath(`a.${ending}`)).toThrow(RangeError);
      }),
    );
  });
});
