import { once } from "node:events";
import { createReadStream, type ReadStream } from "node:fs";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type Corpus, type CorpusOptions, readCorpus } from "../corpus.js";

/**
 * The corpus of a text file in UTF-8. A gzipped one is known by its first two bytes, whatever its name.
 *
 * @throws Error if the file is missing, a directory, not to be read, broken as gzip, not UTF-8, or has no words
 */
export async function readTextCorpus(path: string, options: Pick<CorpusOptions, "lineEnd"> = {}): Promise<Corpus> {
  return readCorpus(chunksOf(path), { ...options, source: path });
}

const CHUNK_BYTES = 2 ** 20;

async function* chunksOf(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  try {
    yield* (await beginsAsGzip(file)) ? gunzipped(file) : file;
  } catch (error) {
    throw new Error(`readTextCorpus: ${complaint(path, error)}`, { cause: error });
  }
}

/** Looks into the stream and not the file, which may be a pipe and can be read only once. */
async function beginsAsGzip(file: ReadStream): Promise<boolean> {
  await once(file, "readable");
  const head: Buffer | null = file.read(2);
  if (head === null) return false;
  file.unshift(head);
  return head[0] === 0x1f && head[1] === 0x8b;
}

function gunzipped(file: ReadStream): Readable {
  // Whoever reads the last stream of a pipeline meets its errors there; the callback has nothing to add.
  return pipeline(file, createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
}

function complaint(path: string, error: unknown): string {
  const { code, message } = error instanceof Error && "code" in error ? error : { code: "", message: String(error) };
  if (code === "ENOENT" || code === "ENOTDIR") return `there is no file ${path}`;
  if (code === "EISDIR") return `${path} is a directory; name a file in it`;
  if (code === "EACCES" || code === "EPERM") return `${path} may not be read; its permissions forbid it`;
  if (String(code).startsWith("Z_")) return `${path} is broken as a gzip file (${message}); was it cut short?`;
  return `${path} cannot be read (${message})`;
}
