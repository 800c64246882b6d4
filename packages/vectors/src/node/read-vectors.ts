import { type FileHandle, open } from "node:fs/promises";
import { decodeBinary } from "../decode-binary.js";
import { decodeText } from "../decode-text.js";
import { decodeVectors, type VectorsFormat } from "../decode-vectors.js";
import type { WordVectors } from "../word-vectors.js";
import { systemMessage } from "./system-message.js";

export interface ReadVectorsOptions {
  /** Found out from the content unless told. */
  readonly format?: VectorsFormat;
}

/**
 * Word vectors from a word2vec file, text or binary, of any size that fits in memory.
 *
 * @throws Error for a file that cannot be read, or as `decodeText` and `decodeBinary` do
 *
 * @example
 * const vectors = await readVectors("runs/latest/vectors.bin");
 */
export async function readVectors(path: string, { format }: ReadVectorsOptions = {}): Promise<WordVectors> {
  const bytes = await contents(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`readVectors: cannot read ${path}: ${systemMessage(error)}`, { cause: error });
  });
  const options = { source: path };
  if (format === undefined) return decodeVectors(bytes, options);
  return format === "text" ? decodeText(bytes, options) : decodeBinary(bytes, options);
}

async function contents(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const status = await file.stat();
    // `readFile` refuses 2 GiB and more; a pipe has no size to go by.
    return status.isFile() ? await allBytes(file, status.size) : await file.readFile();
  } finally {
    await file.close();
  }
}

async function allBytes(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const { bytesRead } = await file.read(bytes, at, Math.min(size - at, 1 << 30), at);
    if (bytesRead === 0) break;
    at += bytesRead;
  }
  return bytes.subarray(0, at);
}
