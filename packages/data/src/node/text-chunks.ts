import { once } from "node:events";
import { createReadStream } from "node:fs";
import { pipeline, type Readable, Transform } from "node:stream";
import { createGunzip } from "node:zlib";

export interface TextChunksOptions {
  /** What errors call the text. Default: its path. */
  readonly source?: string;
  /** Told of each piece as it lies in the file, packed or not: to count, or to hash. */
  readonly onBytes?: (bytes: Uint8Array) => void;
}

const CHUNK_BYTES = 2 ** 20;

/**
 * The bytes of a text file, a pipe, or a stream such as `process.stdin`, unpacked: a gzipped one is known by its first two
 * bytes, whatever its name. What `readCorpus` and `readCorpora` take.
 *
 * @throws Error if the file is missing, a directory, not to be read, or broken as gzip
 *
 * @example
 * const corpus = await readCorpus(textChunks(process.stdin, { source: "standard input" }));
 */
export async function* textChunks(
  file: string | Readable,
  { source = typeof file === "string" ? file : "the stream", onBytes }: TextChunksOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const stored = typeof file === "string" ? createReadStream(file, { highWaterMark: CHUNK_BYTES }) : file;
  const stream = onBytes === undefined ? stored : told(stored, onBytes);
  try {
    yield* (await beginsAsGzip(stream)) ? gunzipped(stream) : stream;
  } catch (error) {
    throw new Error(`readTextCorpus: ${complaint(source, error)}`, { cause: error });
  }
}

function told(stream: Readable, onBytes: (bytes: Uint8Array) => void): Readable {
  const passing = new Transform({
    highWaterMark: CHUNK_BYTES,
    transform(chunk: Buffer, _encoding, done) {
      onBytes(chunk);
      done(null, chunk);
    },
  });
  return pipeline(stream, passing, () => {});
}

/** Looks into the stream and not the file, which may be a pipe and can be read only once. */
async function beginsAsGzip(stream: Readable): Promise<boolean> {
  await once(stream, "readable");
  const head: Buffer | null = stream.read(2);
  if (head === null) return false;
  stream.unshift(head);
  return head[0] === 0x1f && head[1] === 0x8b;
}

function gunzipped(stream: Readable): Readable {
  // Whoever reads the last stream of a pipeline meets its errors there; the callback has nothing to add.
  return pipeline(stream, createGunzip({ chunkSize: CHUNK_BYTES }), () => {});
}

function complaint(source: string, error: unknown): string {
  const { code, message } = error instanceof Error && "code" in error ? error : { code: "", message: String(error) };
  if (code === "ENOENT" || code === "ENOTDIR") return `there is no file ${source}`;
  if (code === "EISDIR") return `${source} is a directory; name a file in it`;
  if (code === "EACCES" || code === "EPERM") return `${source} may not be read; its permissions forbid it`;
  if (String(code).startsWith("Z_")) return `${source} is broken as a gzip file (${message}); was it cut short?`;
  return `${source} cannot be read (${message})`;
}
