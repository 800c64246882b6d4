import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import { getSystemErrorMap } from "node:util";
import type { OnNote } from "@wordloom/vectors";

/**
 * Reads the text of a file. A note counts lines that are not UTF-8, because no vocabulary has their words.
 *
 * @throws Error if the file cannot be read or is not text
 */
export async function fileText(path: string, onNote: OnNote): Promise<string> {
  const bytes = await readFile(path).catch((error) => {
    throw readError(path, error);
  });
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new Error(`${path} is UTF-16; save it as UTF-8`);
  }
  if (bytes.includes(0)) throw new Error(`${path} is not text: it has zero bytes in it`);
  const text = new TextDecoder().decode(bytes);
  if (!isUtf8(bytes)) {
    const count = text.split("\n").filter((line) => line.includes("\ufffd")).length;
    const lines = count === 1 ? "1 line is" : `${count} lines are`;
    onNote({ kind: "not-utf8", message: `${lines} not UTF-8, so their words are unknown (${path})`, count });
  }
  return text;
}

/** Whether a path is a folder. */
export async function isFolder(path: string): Promise<boolean> {
  // If there is nothing at the path, reading reports it.
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

/** Makes the error for a file or a folder that cannot be read. */
export function readError(path: string, error: NodeJS.ErrnoException): Error {
  const message = getSystemErrorMap().get(error.errno ?? 0)?.[1] ?? error.message;
  return new Error(`cannot read ${path}: ${message}`, { cause: error });
}
