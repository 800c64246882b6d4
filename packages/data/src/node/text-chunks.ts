import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { checkOptions, requireArgument } from "@wordloom/arguments";
import { unpackedFile } from "./unpacked-file.js";

/** Options of {@link textChunks}. */
export interface TextChunksOptions {
  /** The name of the text in errors. Default: its path, or `"the stream"`. */
  readonly source?: string;
  /** Is called with each piece as it lies in the file, packed or not: to count or to hash it. */
  readonly onBytes?: (bytes: Uint8Array) => void;
}

const CHUNK_BYTES = 2 ** 20;

/**
 * Reads the bytes of a text file, a pipe, or a stream such as `process.stdin`, for `readCorpus` and `readCorpora`. It unpacks
 * gzip and zstd, which it knows by the first bytes.
 *
 * @throws Error if the file is missing, a directory, not to be read, or damaged as gzip or zstd. What is packed in another way,
 * a document, a picture and UTF-16 are refused by their names, with the command that makes text of them
 * @throws TypeError if `file` is something else, or an option does not exist
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
