import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findExecutable } from "./find-executable.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "find-executable-"));
  writeFileSync(join(folder, "program"), "");
  chmodSync(join(folder, "program"), 0o755);
  writeFileSync(join(folder, "text"), "");
  chmodSync(join(folder, "text"), 0o644);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("findExecutable(name, path)", () => {
  test("finds a program in any folder of the path", async () => {
    expect(await findExecutable("program", ["/no-such-folder", folder].join(delimiter))).toBe(join(folder, "program"));
  });

  test.skipIf(process.platform === "win32")(
    "does not take a file that can't be run, nor the folder one is in (not on Windows)",
    async () => {
      expect(await findExecutable("text", folder)).toBeUndefined();
      expect(await findExecutable("program", "")).toBeUndefined();
    },
  );
});
