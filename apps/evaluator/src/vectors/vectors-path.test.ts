import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { vectorsPath } from "./vectors-path.js";

const folder = mkdtempSync(join(tmpdir(), "wordloom-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("vectorsPath(path) takes the file of a folder that has the first of the usual names", async () => {
  // From the last to the first: each comes before all that are there already. A folder of that name is no file.
  mkdirSync(join(folder, "vectors.bin"));
  for (const name of ["model.safetensors", "vectors.npy", "vectors.safetensors", "vectors.txt"]) {
    writeFileSync(join(folder, name), "");
    expect(await vectorsPath(folder)).toBe(join(folder, name));
  }
  rmSync(join(folder, "vectors.bin"), { recursive: true });
  writeFileSync(join(folder, "vectors.bin"), "");
  expect(await vectorsPath(folder)).toBe(join(folder, "vectors.bin"));
});

test("vectorsPath(path) leaves a file as it is, and knows stdin", async () => {
  expect(await vectorsPath(join(folder, "vectors.txt"))).toBe(join(folder, "vectors.txt"));
  expect(await vectorsPath("-")).toBe("/dev/stdin");
});
