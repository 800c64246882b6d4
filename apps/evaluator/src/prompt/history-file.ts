import { readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where lines are kept from one session to the next: what `WORDLOOM_HISTORY` names, nowhere if that is empty. */
export function historyPath(): string {
  return process.env.WORDLOOM_HISTORY ?? join(homedir(), ".wordloom_history");
}

/** The lines of former sessions, the last first; none where they can't be read. */
export async function readHistory(path: string): Promise<string[]> {
  if (path === "") return [];
  const text = await readFile(path, "utf8").catch(() => "");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .reverse();
}

/** Keeps lines for the next session. That it can't is nothing to end with an error for. */
export async function writeHistory(path: string, lines: readonly string[]): Promise<void> {
  if (path === "") return;
  const text = lines.toReversed().map((line) => `${line}\n`);
  await writeFile(path, text.join(""), { mode: 0o600 }).catch(() => undefined);
}
