import { randomUUID } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { systemMessage } from "./system-message.js";

/** A path, and the bytes to put there. */
export interface NewFile {
  /** Where the file is to be. */
  readonly path: string;
  /** The bytes of the file, in pieces. */
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A file that is written under another name, until it takes its own. */
interface WrittenFile {
  readonly path: string;
  readonly temporary: string;
  readonly target: string;
}

/**
 * Puts files in their places when all of them are on the disk as a whole: each is written to another name in its folder
 * first. A pipe or a device such as `/dev/null` is not replaced: the bytes are written to it.
 *
 * @param caller - the name of the function in messages
 * @throws Error if a file cannot be written; then none is replaced
 *
 * @example
 * await replaceFiles([{ path: "model/config.json", chunks: [bytes] }, { path: "model/tokenizer.json", chunks: [more] }]);
 */
export async function replaceFiles(files: readonly NewFile[], caller: string = "replaceFiles"): Promise<void> {
  const written: WrittenFile[] = [];
  try {
    for (const file of files) await explained(file, caller, writeAside(file, written));
    for (const each of written) await explained(each, caller, rename(each.temporary, each.target));
  } catch (error) {
    for (const { temporary } of written) await rm(temporary, { force: true });
    throw error;
  }
}

async function writeAside({ path, chunks }: NewFile, written: WrittenFile[]): Promise<void> {
  const before = await stat(path).catch(() => undefined);
  if (before !== undefined && !before.isFile()) return writeAll(await open(path, "w"), chunks);
  const target = before === undefined ? path : await realpath(path);
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  written.push({ path, temporary, target });
  return writeAll(await open(temporary, "wx", before?.mode ?? 0o666), chunks);
}

async function explained({ path }: { readonly path: string }, caller: string, action: Promise<void>): Promise<void> {
  await action.catch((error: NodeJS.ErrnoException) => {
    if (error.errno === undefined) throw error;
    throw new Error(`${caller}: cannot write ${path}: ${systemMessage(error)}`, { cause: error });
  });
}

async function writeAll(file: FileHandle, chunks: NewFile["chunks"]): Promise<void> {
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    // A pipe cannot be synced.
    if ((await file.stat()).isFile()) await file.sync();
  } finally {
    await file.close();
  }
}
