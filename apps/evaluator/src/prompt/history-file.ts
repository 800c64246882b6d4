import { appendFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { replaceFiles } from "@wordloom/vectors/node";

const MOST = 1000;

/** Where lines are kept from one session to the next: what `WORDLOOM_HISTORY` names, nowhere if that is empty. */
export function historyPath(): string {
  return process.env.WORDLOOM_HISTORY ?? join(homedir(), ".wordloom_history");
}

/**
 * The lines of former sessions, the last first, each once; none where they can't be read. A file of many more is cut to
 * these.
 */
export async function readHistory(path: string): Promise<string[]> {
  if (path === "") return [];
  const lines = (await readFile(path, "utf8").catch(() => "")).split("\n").filter((line) => line !== "");
  const last = [...new Set(lines.toReversed())].slice(0, MOST);
  if (lines.length > 2 * MOST) {
    const text = last.toReversed().map((line) => `${line}\n`);
    await replaceFiles([{ path, chunks: [new TextEncoder().encode(text.join(""))] }]).catch(() => undefined);
  }
  return last;
}

/**
 * Keeps a line for the next session at once, so that a terminal that is closed loses none, and no session those of
 * another. That it can't is nothing to end with an error for.
 */
export function keepLine(path: string, line: string): void {
  if (path === "") return;
  try {
    appendFileSync(path, `${line}\n`, { mode: 0o600 });
  } catch {
    // A home that is read-only has no history.
  }
}
