import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { checkRunFolder, inRunFolder } from "./run-folder.js";

const root = mkdtempSync(join(tmpdir(), "wordloom-run-folder-"));
afterAll(() => rmSync(root, { recursive: true }));

describe("checkRunFolder(folder)", () => {
  test("leaves nothing behind, of the folders above it neither", async () => {
    await checkRunFolder(join(root, "a", "b", "c"));
    expect(readdirSync(root)).toEqual([]);
  });

  test("leaves a folder that was there as it was, empty or not", async () => {
    mkdirSync(join(root, "there"));
    await checkRunFolder(join(root, "there"));
    expect(readdirSync(join(root, "there"))).toEqual([]);
    writeFileSync(join(root, "there", "file"), "x");
    await checkRunFolder(join(root, "there"));
    expect(readdirSync(join(root, "there"))).toEqual(["file"]);
  });

  test("names a folder that can't be made, and leaves none on the way to it", async () => {
    writeFileSync(join(root, "file"), "x");
    await expect(checkRunFolder(join(root, "file", "a"))).rejects.toThrow(
      /^the folder .* can't be written: .*is --out right\?$/,
    );
    expect(existsSync(join(root, "file", "a"))).toBe(false);
  });

  test("lets many start at once", async () => {
    const folders = Array.from({ length: 20 }, (_, i) => join(root, "sweep", "x", `${i}`));
    await Promise.all(folders.map(checkRunFolder));
    // Who made a folder above them may not take it away while others are in it.
    expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
  });
});

describe("inRunFolder(folder, write)", () => {
  test("makes the folder", async () => {
    await inRunFolder(join(root, "runs", "1"), () => writeFile(join(root, "runs", "1", "a"), "x"));
    expect(readdirSync(join(root, "runs", "1"))).toEqual(["a"]);
  });

  test("takes it away where nothing was written", async () => {
    const failing = () => Promise.reject(new Error("full"));
    await expect(inRunFolder(join(root, "other", "2"), failing)).rejects.toThrow("full");
    expect(existsSync(join(root, "other"))).toBe(false);
    await expect(inRunFolder(join(root, "runs", "1"), failing)).rejects.toThrow("full");
    expect(readdirSync(join(root, "runs", "1"))).toEqual(["a"]);
  });
});
