import { randomUUID } from "node:crypto";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import type { VectorsFormat } from "../decode-vectors.js";
import { binaryChunks } from "../encode-binary.js";
import { textChunks } from "../encode-text.js";
import type { WordVectors } from "../word-vectors.js";
import { systemMessage } from "./system-message.js";

export interface WriteVectorsOptions {
  /** Text for a path that ends in `.txt` or `.vec`, binary for any other, unless told. */
  readonly format?: VectorsFormat;
}

/**
 * Writes a word2vec file. It is there as a whole or not at all: the bytes go to another name in the same folder,
 * onto the disk, and only then take the place of what had the name before.
 *
 * @throws RangeError for a word that the format cannot hold; Error for a file that cannot be written
 *
 * @example
 * await writeVectors("vectors.bin", vectors);
 * await writeVectors("vectors.txt", vectors);
 */
export async function writeVectors(
  path: string,
  vectors: WordVectors,
  { format = /^\.(txt|vec)$/i.test(extname(path)) ? "text" : "binary" }: WriteVectorsOptions = {},
): Promise<void> {
  const chunks = format === "text" ? textChunks(vectors) : binaryChunks(vectors);
  await replaceFile(path, chunks).catch((error: NodeJS.ErrnoException) => {
    if (error.errno === undefined) throw error;
    throw new Error(`writeVectors: cannot write ${path}: ${systemMessage(error)}`, { cause: error });
  });
}

async function replaceFile(path: string, chunks: Iterable<Uint8Array>): Promise<void> {
  const before = await stat(path).catch(() => undefined);
  // What is no file, such as a pipe or /dev/null, has bytes written to it, not another file put in its place.
  if (before !== undefined && !before.isFile()) {
    const file = await open(path, "w");
    return writeAll(file, chunks);
  }
  const target = before === undefined ? path : await realpath(path);
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  try {
    await writeAll(await open(temporary, "wx", before?.mode ?? 0o666), chunks);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function writeAll(file: FileHandle, chunks: Iterable<Uint8Array>): Promise<void> {
  try {
    for (const chunk of chunks) await file.writeFile(chunk);
    // A pipe cannot be synced.
    if ((await file.stat()).isFile()) await file.sync();
  } finally {
    await file.close();
  }
}
