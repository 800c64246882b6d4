import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pages } from "./pages.js";
import { root } from "./workspace.js";

/** The first Python that has gensim: `WORDLOOM_PYTHON`, or that of the PATH, or of the system. */
const python = [process.env.WORDLOOM_PYTHON ?? "python3", "/usr/bin/python3"].find((command) => {
  try {
    execFileSync(command, ["-c", "import gensim"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});
const reason = python === undefined ? " (skipped: no Python with gensim; WORDLOOM_PYTHON may name one)" : "";

const blocksOf = (page: string): string[] =>
  [...readFileSync(join(root, page), "utf8").matchAll(/^```python\n(.*?)^```$/gms)].map(([, code]) => code);

/** What a reader has who comes with these lines. */
const sentences = `sentences = 50 * [["the", "king", "and", "the", "queen"], ["a", "king", "rules"]]\n`;

test.skipIf(python === undefined).each(pages.filter((page) => blocksOf(page).length > 0))(
  `blocks of Python run, one after the other: %s${reason}`,
  (page) => {
    const folder = mkdtempSync(join(tmpdir(), "wordloom-python-"));
    try {
      execFileSync(python ?? "", ["-c", sentences + blocksOf(page).join("")], { cwd: folder, stdio: "pipe" });
    } catch (error) {
      expect(error instanceof Error && "stderr" in error ? String(error.stderr) : error).toBe("");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
