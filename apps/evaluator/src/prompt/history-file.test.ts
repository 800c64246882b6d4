import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { historyPath, keepLine, readHistory } from "./history-file.js";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wordloom-history-"));
  file = join(folder, "history");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("readHistory(path)", () => {
  test("gives what was kept, the last first, each line once", async () => {
    for (const line of ["king", "queen - king", "東京", "king"]) keepLine(file, line);
    expect(await readHistory(file)).toEqual(["king", "東京", "queen - king"]);
  });

  test("cuts a file of thousands of lines to the last thousand, and leaves its rights", async () => {
    writeFileSync(file, Array.from({ length: 2001 }, (_, i) => `line ${i}\n`).join(""), { mode: 0o600 });
    const lines = await readHistory(file);
    expect([lines.length, lines[0], lines[999]]).toEqual([1000, "line 2000", "line 1001"]);
    expect(readFileSync(file, "utf8").split("\n")).toEqual([...lines.toReversed(), ""]);
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("finds nothing where there is no file, or none is wanted", async () => {
    expect(await readHistory(file)).toEqual([]);
    expect(await readHistory("")).toEqual([]);
  });
});

describe("keepLine(path, line)", () => {
  test("writes for the owner alone, and bears a place where it can't", () => {
    keepLine(file, "king");
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(() => keepLine(join(folder, "none", "history"), "king")).not.toThrow();
    expect(() => keepLine("", "king")).not.toThrow();
  });
});

test("historyPath() is what WORDLOOM_HISTORY says, or in the home folder", () => {
  vi.stubEnv("WORDLOOM_HISTORY", "");
  expect(historyPath()).toBe("");
  vi.stubEnv("WORDLOOM_HISTORY", undefined);
  expect(historyPath()).toMatch(/\.wordloom_history$/);
});
