import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReadingNote } from "@wordloom/data";
import { PTB_FILES } from "@wordloom/data/node";
import { afterAll, describe, expect, test } from "vitest";
import { textSources } from "./text-sources.js";

const root = mkdtempSync(join(tmpdir(), "wordloom-text-sources-"));
afterAll(() => rmSync(root, { recursive: true }));

function at(path: string): string {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), "a b\n");
  return join(root, path);
}

async function found(...names: string[]) {
  const notes: ReadingNote[] = [];
  const sources = await textSources(names, (note) => notes.push(note));
  return { sources, notes };
}

describe("textSources(names)", () => {
  const [one, two, hidden] = [at("texts/one.txt"), at("texts/two.txt"), at("texts/.DS_Store")];
  const folder = join(root, "texts");
  const ptb = join(root, "ptb");
  for (const { name } of PTB_FILES) at(`ptb/${name}`);

  test("are a file, standard input, a folder's files or several", async () => {
    expect((await found(one)).sources).toEqual({ kind: "files", name: "one.txt", path: one, files: [one] });
    expect((await found("-")).sources).toEqual({ kind: "files", name: "standard input", files: ["-"] });
    expect((await found(two, "-", one)).sources).toEqual({ kind: "files", name: "3 files", files: [two, "-", one] });
    const { sources, notes } = await found(folder);
    expect(sources).toEqual({ kind: "files", name: "texts, 2 files", path: folder, files: [one, two] });
    expect(notes).toMatchObject([{ kind: "debris", count: 1 }]);
  });

  test("are the Penn Treebank where a folder has a file of it, whole or not", async () => {
    expect((await found(ptb)).sources).toEqual({ kind: "ptb", directory: ptb });
    at("part/ptb.valid.txt");
    expect((await found(join(root, "part"))).sources).toMatchObject({ kind: "ptb" });
    await expect(found(ptb, one)).rejects.toThrow(
      /is a Penn Treebank, which must be named alone; to train on one of its files, name .*ptb\.train\.txt$/,
    );
  });

  test("are without debris among several, but have it where it is named alone", async () => {
    const { sources, notes } = await found(one, hidden);
    expect(sources).toMatchObject({ files: [one] });
    expect(notes).toMatchObject([{ kind: "debris", count: 1 }]);
    expect((await found(hidden)).sources).toMatchObject({ files: [hidden] });
  });

  test("are told where one is named twice, and refused where that is standard input", async () => {
    expect((await found(one, two, one)).notes).toMatchObject([{ kind: "named-again", count: 1 }]);
    await expect(found("-", "-")).rejects.toThrow("- stands for standard input, which can be read only once");
  });
});
