import { appendFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { replaceFiles } from "@wordloom/vectors/node";

const MOST = 1000;

/** Names the file that keeps lines between sessions: `WORDLOOM_HISTORY`, or a file in the home folder. Empty for no file. */
export function historyPath(): string {
  return process.env.WORDLOOM_HISTORY ?? join(homedir(), ".wordloom_history");
}

/**
 * Reads the lines of former sessions, the last first, each once. Without a file there are none. A file that has grown long is
 * shortened to the last thousand.
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
 * Keeps a line for the next session. It is written at once, so nothing is lost if the terminal is closed or if two sessions run
 * at the same time. A file that cannot be written is not an error.
 */
export function keepLine(path: string, line: string): void {
  if (path === "") return;
  try {
    appendFileSync(path, `${line}\n`, { mode: 0o600 });
  } catch {
    // A read-only home has no history.
  }
}
