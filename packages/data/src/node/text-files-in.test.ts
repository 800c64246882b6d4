import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import process from "node:process";
import { afterAll, describe, expect, test } from "vitest";
import type { ReadingNote } from "../notes/reading-note.js";
import { textFilesIn } from "./text-files-in.js";

const root = mkdtempSync(join(tmpdir(), "wordloom-"));
afterAll(() => rmSync(root, { recursive: true }));

function folderOf(name: string, files: readonly string[]): string {
  const folder = join(root, name);
  mkdirSync(folder);
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), "a b\n");
  }
  return folder;
}

describe("textFilesIn(folder)", () => {
  test("names all files, those of folders in it too, in the order of their paths", async () => {
    const folder = folderOf("nested", ["b.txt", "a/2.txt", "a/10.txt", "Z", "a.txt.gz"]);
    const files = await textFilesIn(folder);
    expect(files.map((file) => relative(folder, file).replaceAll("\\", "/"))).toEqual([
      "Z",
      "a/10.txt",
      "a/2.txt",
      "a.txt.gz",
      "b.txt",
    ]);
  });

  test("leaves out, and tells of, what systems and editors leave in folders", async () => {
    const debris = [".DS_Store", "._a.txt", ".git/config", "__MACOSX/._a.txt", "Thumbs.db", "desktop.ini", "a.txt~"];
    const folder = folderOf("debris", ["a.txt", ...debris]);
    const notes: ReadingNote[] = [];
    expect(await textFilesIn(folder, { onNote: (note) => notes.push(note) })).toEqual([join(folder, "a.txt")]);
    expect(notes).toEqual([
      { kind: "debris", message: `left out of ${folder}: .DS_Store, ._a.txt, .git and 4 more`, count: 7 },
    ]);
  });

  test.skipIf(process.platform === "win32")("follows links to files, not to folders (skipped on Windows)", async () => {
    const folder = folderOf("links", ["a.txt"]);
    symlinkSync("a.txt", join(folder, "b.txt"));
    symlinkSync(".", join(folder, "round"));
    symlinkSync("nowhere", join(folder, "broken"));
    const notes: ReadingNote[] = [];
    const files = await textFilesIn(folder, { onNote: (note) => notes.push(note) });
    expect(files).toEqual(["a.txt", "b.txt"].map((name) => join(folder, name)));
    expect(notes).toEqual([
      { kind: "no-files", message: `left out of ${folder}, for they are no files: broken, round`, count: 2 },
    ]);
  });

  test("refuses a folder without files", async () => {
    const folder = folderOf("empty", [".hidden"]);
    await expect(textFilesIn(folder)).rejects.toThrow(`textFilesIn: there is no text file in ${folder}`);
  });
});
