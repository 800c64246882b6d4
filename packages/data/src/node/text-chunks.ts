import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { checkOptions, requireArgument } from "@wordloom/arguments";
import { unpackedFile } from "./unpacked-file.js";

export interface TextChunksOptions {
  /** What errors call the text. Default: its path. */
  readonly source?: string;
  /** Told of each piece as it lies in the file, packed or not: to count, or to hash. */
  readonly onBytes?: (bytes: Uint8Array) => void;
}

const CHUNK_BYTES = 2 ** 20;

/**
 * The bytes of a text file, a pipe, or a stream such as `process.stdin`, unpacked: one that is compressed with gzip or
 * zstd is known by its first bytes, whatever its name. What `readCorpus` and `readCorpora` take.
 *
 * @throws Error if the file is missing, a directory, not to be read, or broken as gzip or zstd; with its name, and how to make
 * text of it, for what is packed in another way, a document, a picture, or in UTF-16
 *
 * @example
 * const corpus = await readCorpus(textChunks(process.stdin, { source: "standard input" }));
 */
export function textChunks(
  file: string | Readable,
  options: TextChunksOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  checkOptions("textChunks", options, { source: true, onBytes: true });
  const isRight = typeof file === "string" || Symbol.asyncIterator in Object(file);
  const right = "it is a path, or a stream; fileURLToPath of node:url makes a path of a file's URL";
  requireArgument("textChunks", isRight, "the file is", file, right);
  const { source = typeof file === "string" ? file : "the stream", onBytes } = options;
  return unpackedFile(storedBytes(file, source, onBytes), { caller: "readTextCorpus", source });
}

async function* storedBytes(
  file: string | Readable,
  source: string,
  onBytes: TextChunksOptions["onBytes"],
): AsyncGenerator<Uint8Array, void, undefined> {
  const stream = typeof file === "string" ? createReadStream(file, { highWaterMark: CHUNK_BYTES }) : file;
  try {
    for await (const chunk of stream) {
      onBytes?.(chunk);
      yield chunk;
    }
  } catch (error) {
    throw new Error(`readTextCorpus: ${complaint(source, error)}`, { cause: error });
  }
}

function complaint(source: string, error: unknown): string {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  if (code === "ENOENT" || code === "ENOTDIR") return `there is no file ${source}`;
  if (code === "EISDIR") return `${source} is a directory; name a file in it`;
  if (code === "EACCES" || code === "EPERM") return `${source} may not be read; its permissions forbid it`;
  return `${source} cannot be read (${message ?? error})`;
}
