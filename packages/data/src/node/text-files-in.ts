import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { checkOptions, requireArgument } from "@wordloom/arguments";
import type { OnNote } from "../notes/reading-note.js";

/**
 * Lists the files of a folder and of the folders in it, sorted by their paths, as `readTextCorpus` takes them. It leaves out
 * what systems and editors put into folders: hidden files and folders, `__MACOSX`, `Thumbs.db`, `desktop.ini`, names that end
 * with `~`. It also leaves out links to folders and what is no file. A note says so.
 *
 * @throws Error if the folder cannot be read, or has no file
 * @throws TypeError if `folder` is not a string, or an option does not exist
 */
export async function textFilesIn(folder: string, options: { readonly onNote?: OnNote } = {}): Promise<string[]> {
  requireArgument("textFilesIn", typeof folder === "string", "the folder is", folder, "it is a string, the path");
  const there = "there is onNote; folders in the folder are always looked into";
  checkOptions("textFilesIn", options, { onNote: true }, { recursive: there });
  const { onNote } = options;
  const found: Found = { files: [], debris: [], others: [] };
  await look(folder, "", found);
  const { files, debris, others } = found;
  if (debris.length > 0) {
    onNote?.({ kind: "debris", message: `left out of ${folder}: ${some(debris)}`, count: debris.length });
  }
  if (others.length > 0) {
    const message = `left out of ${folder}, for they are no files: ${some(others)}`;
    onNote?.({ kind: "no-files", message, count: others.length });
  }
  if (files.length === 0) throw new Error(`textFilesIn: there is no text file in ${folder}`);
  return files.map((path) => join(folder, path));
}

/** Finds out whether a name is one that systems or editors give, and no user: `.DS_Store`, `Thumbs.db`. */
export function isDebris(name: string): boolean {
  return /^(\._.*|\.DS_Store|__MACOSX|Thumbs\.db|desktop\.ini)$/i.test(name);
}

interface Found {
  readonly files: string[];
  readonly debris: string[];
  readonly others: string[];
}

async function look(folder: string, within: string, found: Found): Promise<void> {
  const here = join(folder, within);
  const entries = await readdir(here, { withFileTypes: true }).catch((error) => {
    throw new Error(`textFilesIn: ${complaint(here, error)}`, { cause: error });
  });
  // By code units: the same order on every system and in every language.
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(within, entry.name);
    if (/^\.|~$/.test(entry.name) || isDebris(entry.name)) found.debris.push(path);
    else if (entry.isDirectory()) await look(folder, path, found);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(join(folder, path))))) found.files.push(path);
    else found.others.push(path);
  }
}

function complaint(path: string, error: unknown): string {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  if (code === "ENOENT") return `there is no folder ${path}`;
  if (code === "ENOTDIR") return `${path} is no folder; readTextCorpus takes the path of a file`;
  if (code === "EACCES" || code === "EPERM") return `${path} may not be read; its permissions forbid it`;
  return `${path} cannot be read (${message ?? error})`;
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function some(paths: readonly string[]): string {
  return `${paths.slice(0, 3).join(", ")}${paths.length > 3 ? ` and ${paths.length - 3} more` : ""}`;
}
