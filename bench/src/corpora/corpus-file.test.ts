import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { corpusFile } from "./corpus-file.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "corpus-file-"));
  writeFileSync(join(folder, "text"), "a b a\n\na b __proto__\n");
  writeFileSync(join(folder, "long"), Array.from({ length: 2_500 }, (_, i) => `w${i}`).join("\n"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("corpusFile(name, path, limit)", () => {
  test("writes a text as one stream, and counts what each least count leaves", async () => {
    const path = join(folder, "out");
    const corpus = await corpusFile(join(folder, "text"), path);
    expect(readFileSync(path, "utf8")).toBe("a b a a b __proto__\n");
    expect(corpus).toMatchObject({ tokens: 6, lines: 1 });
    expect([1, 2, 3, 4].map(corpus.keptTokens)).toEqual([6, 5, 3, 0]);
    expect([1, 2, 3, 4].map(corpus.words)).toEqual([3, 2, 1, 0]);
  });

  test("begins a line every 1,000 tokens", async () => {
    const path = join(folder, "out");
    expect(await corpusFile(join(folder, "long"), path)).toMatchObject({ tokens: 2_500, lines: 3 });
    const lines = readFileSync(path, "utf8").split("\n");
    expect(lines.map((line) => line.split(" ").length)).toEqual([1_000, 1_000, 500, 1]);
  });

  test("stops after that many tokens", async () => {
    const corpus = await corpusFile(join(folder, "text"), join(folder, "out"), 4);
    expect(corpus).toMatchObject({ tokens: 4, lines: 1 });
    expect([corpus.keptTokens(1), corpus.words(1)]).toEqual([4, 2]);
  });
});
