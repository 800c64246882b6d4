import { execFileSync, spawn, spawnSync } from "node:child_process";
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encodeBinary, wordVectors } from "@wordloom/vectors";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

// What a user runs, so it needs the build that `pnpm test` makes first.
const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const file = encodeBinary(wordVectors(["man", "woman", "king", "queen"], Float32Array.of(1, 0, 1, 1, 3, 0, 3, 1)));
const onWindows = process.platform === "win32";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wordloom-report-"));
  writeFileSync(at("a.bin"), file);
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

function report(path: string): { code: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [cli, "a.bin", "--report", path, "--quiet"], {
    encoding: "utf8",
    cwd: folder,
  });
  return { code: status, stderr };
}

describe("evaluator VECTORS --report FILE", () => {
  test("leaves nothing but the page, and takes the place of another", () => {
    writeFileSync(at("a.html"), "before");
    expect(report("a.html")).toEqual({ code: 0, stderr: "" });
    expect(readFileSync(at("a.html"), "utf8")).toMatch(/^<!doctype html>/i);
    expect(readdirSync(folder)).toEqual(["a.bin", "a.html"]);
  });

  test("never writes the file that is read", () => {
    expect(report("./a.bin")).toEqual({
      code: 1,
      stderr: "evaluator: ./a.bin is the file that is read; choose another name, so that it is not lost\n",
    });
    expect(readFileSync(at("a.bin"))).toEqual(Buffer.from(file));
  });

  test("writes no page under a name that says something else", () => {
    expect(report("scores.txt")).toEqual({
      code: 2,
      stderr: "evaluator: --report writes a page, and scores.txt ends in .txt; name it .html; see evaluator --help\n",
    });
    expect(report("scores.HTML").code).toBe(0);
    expect(readdirSync(folder)).toEqual(["a.bin", "scores.HTML"]);
  });

  test("says what is wrong with the path", () => {
    expect(report("missing/a.html")).toEqual({
      code: 1,
      stderr: "evaluator: cannot write missing/a.html: there is no folder missing\n",
    });
  });

  test.skipIf(onWindows)("writes through a link (not on Windows)", () => {
    writeFileSync(at("target"), "before");
    symlinkSync(at("target"), at("link"));
    expect(report("link").code).toBe(0);
    expect(lstatSync(at("link")).isSymbolicLink()).toBe(true);
    expect(readFileSync(at("target"), "utf8")).toMatch(/^<!doctype html>/i);
  });

  // A device would do as well, but a bug here replaces it, and root may replace /dev/null.
  test.skipIf(onWindows)("writes to what is no file, and leaves it there (not on Windows)", () => {
    execFileSync("mkfifo", [at("pipe")]);
    // Open at both ends, so that it never waits for the other.
    const reader = spawn("sh", ["-c", "exec cat <>pipe >/dev/null"], { cwd: folder, stdio: "ignore" });
    try {
      expect(report("pipe")).toEqual({ code: 0, stderr: "" });
      expect(lstatSync(at("pipe")).isFIFO()).toBe(true);
    } finally {
      reader.kill();
    }
  });
});
