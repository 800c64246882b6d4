/** @module-tag slow */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { gensimPython } from "../../bench/src/programs/gensim.js";
import { root } from "../workspace.js";
import { pages } from "./pages.js";

const { command, availability } = await gensimPython();
const isMissing = "missing" in availability;
const reason = isMissing ? ` (skipped: ${availability.missing})` : "";

const blocksOf = (page: string): string[] =>
  [...readFileSync(join(root, page), "utf8").matchAll(/^```python\n(.*?)^```$/gms)].map(([, code]) => code);

/** What a reader has who comes with these lines. */
const sentences = `sentences = 50 * [["the", "king", "and", "the", "queen"], ["a", "king", "rules"]]\n`;

test.skipIf(isMissing).each(pages.filter((page) => blocksOf(page).length > 0))(
  `blocks of Python run, one after the other: %s${reason}`,
  (page) => {
    const folder = mkdtempSync(join(tmpdir(), "wordloom-python-"));
    try {
      execFileSync(command, ["-c", sentences + blocksOf(page).join("")], { cwd: folder, stdio: "pipe" });
    } catch (error) {
      expect(error instanceof Error && "stderr" in error ? String(error.stderr) : error).toBe("");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
