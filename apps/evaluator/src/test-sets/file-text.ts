import { isUtf8 } from "node:buffer";
import { readFile, stat } from "node:fs/promises";
import { getSystemErrorMap } from "node:util";
import type { OnNote } from "@wordloom/vectors";

/**
 * The text of a file. Lines that are not UTF-8 are counted and told, since their words are in no vocabulary.
 *
 * @throws Error for a file that can't be read, or is no text
 */
export async function fileText(path: string, onNote: OnNote): Promise<string> {
  const bytes = await readFile(path).catch((error) => {
    throw readError(path, error);
  });
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new Error(`${path} is UTF-16; save it as UTF-8`);
  }
  if (bytes.includes(0)) throw new Error(`${path} is no text: it has zero bytes in it`);
  const text = new TextDecoder().decode(bytes);
  if (!isUtf8(bytes)) {
    const count = text.split("\n").filter((line) => line.includes("\ufffd")).length;
    const lines = count === 1 ? "1 line is" : `${count} lines are`;
    onNote({ kind: "not-utf8", message: `${lines} not UTF-8, so that words in them are not known (${path})`, count });
  }
  return text;
}

export async function isFolder(path: string): Promise<boolean> {
  // Whoever opens the file will say what is wrong with it.
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

export function readError(path: string, error: NodeJS.ErrnoException): Error {
  const message = getSystemErrorMap().get(error.errno ?? 0)?.[1] ?? error.message;
  return new Error(`cannot read ${path}: ${message}`, { cause: error });
}
