import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, test } from "vitest";
import type { Corpus } from "../corpus/corpus.js";
import { readPtb } from "./read-ptb.js";

const folder = mkdtempSync(join(tmpdir(), "wordloom-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(train: string, valid: string, test: string): void {
  writeFileSync(join(folder, "ptb.train.txt"), train);
  writeFileSync(join(folder, "ptb.valid.txt"), valid);
  writeFileSync(join(folder, "ptb.test.txt"), test);
}

const tokens = ({ ids, vocabulary }: Corpus) => Array.from(ids, (id) => vocabulary.words[id]).join(" ");

describe("readPtb(directory)", () => {
  test("gives valid and test the ids of train", async () => {
    write(" the cat \n the <unk> \n", " cat the \n", " <unk> cat \n");
    const { train, valid, test } = await readPtb(folder);
    expect([train, valid, test].map(tokens)).toEqual([
      "the cat <eos> the <unk> <eos>",
      "cat the <eos>",
      "<unk> cat <eos>",
    ]);
    expect(valid.vocabulary).toBe(train.vocabulary);
    expect(test.vocabulary).toBe(train.vocabulary);
  });

  test("reads words that train lacks as <unk>, or not at all if train has no <unk>", async () => {
    write("the <unk>\n", "the dog\n", "the\n");
    expect(tokens((await readPtb(folder)).valid)).toBe("the <unk> <eos>");
    write("the cat\n", "the dog\n", "the\n");
    expect(tokens((await readPtb(folder)).valid)).toBe("the <eos>");
  });

  test("names the file that is missing", async () => {
    write("a\n", "a\n", "a\n");
    rmSync(join(folder, "ptb.valid.txt"));
    await expect(readPtb(folder)).rejects.toThrow("there is no file");
    await expect(readPtb(folder)).rejects.toThrow("ptb.valid.txt");
  });

  const { WORDLOOM_DATA = "" } = process.env;
  test.skipIf(WORDLOOM_DATA === "")("counts the Penn Treebank (skipped where WORDLOOM_DATA is unset)", async () => {
    const { train, valid, test } = await readPtb(join(WORDLOOM_DATA, "ptb"));
    expect([train, valid, test].map(({ ids }) => ids.length)).toEqual([929_589, 73_760, 82_430]);
    expect([train, valid, test].map(({ sentenceStarts }) => sentenceStarts.length)).toEqual([42_068, 3_370, 3_761]);
    expect(train.vocabulary.words.length).toBe(10_000);
    expect(train.vocabulary.words.slice(0, 4)).toEqual(["the", "<unk>", "<eos>", "N"]);
  });
});
