import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openVectors } from "./open-vectors.js";

const folder = mkdtempSync(join(tmpdir(), "wordloom-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["6 2\na 1 2\nb 3 4\n", "--limit 2 reads those that are there"],
  ["a 1 2\nb 3 4\na 1 2\n", "--skip-duplicates reads the first of each word"],
  ["7\t0.5\t1.5\n8\t2.5\t0.25\n", "--from glove reads it so"],
])("openVectors says options of the library as flags: %j", async (text, flags) => {
  const path = join(folder, "vectors.txt");
  writeFileSync(path, text);
  const reporter = { report: () => {}, status: () => {}, fail: () => {} };
  await expect(openVectors(path, reporter)).rejects.toThrow(flags);
});
