import { chunkReader } from "./block-reader.js";
import type { DecodeVectorsOptions } from "./decode-vectors.js";
import { gunzipped } from "./gunzipped.js";
import { readSource } from "./read-source.js";
import type { WordVectors } from "./word-vectors.js";

/** A web stream of bytes, as far as it is needed here. */
export interface ByteStream {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
  };
}

/** What has bytes: the body of a `Response`, a `Blob` or a `File`, an array, chunks from anywhere. */
export type ByteSource =
  | AsyncIterable<Uint8Array>
  | ByteStream
  | Uint8Array
  | { readonly size: number; stream(): ByteStream };

/**
 * Word vectors from a stream of bytes, whatever their format, unpacked if they are compressed with gzip. No more of the
 * file is in memory than some chunks, beside the words and the numbers themselves; with a limit, no more of it is
 * fetched than that takes.
 *
 * @throws Error as `decodeVectors` does; TypeError for a source that is none
 *
 * @example
 * const response = await fetch("/vectors.bin.gz");
 * const vectors = await readVectors(response.body, { limit: 50_000 });
 */
export async function readVectors(
  source: ByteSource | null,
  { list, ...options }: DecodeVectorsOptions = {},
): Promise<WordVectors> {
  const { chunks, size } = opened(source);
  const gunzip = (packed: AsyncGenerator<Uint8Array, void>) => gunzipped(packed, options.source);
  return readSource({ reader: chunkReader(chunks), size, gunzip, words: async () => list }, options);
}

function opened(source: ByteSource | null): { chunks: AsyncIterator<Uint8Array>; size: number | undefined } {
  if (source instanceof Uint8Array) return { chunks: only(source), size: source.length };
  if (typeof source === "object" && source !== null) {
    if ("stream" in source) return { chunks: streamed(source.stream()), size: source.size };
    // Not every browser's streams can be iterated, but all have readers.
    if ("getReader" in source) return { chunks: streamed(source), size: undefined };
    if (Symbol.asyncIterator in source) return { chunks: source[Symbol.asyncIterator](), size: undefined };
  }
  throw new TypeError(
    `readVectors: the source is ${source === null ? "null" : `a ${typeof source}`}, not a stream, a blob or bytes; ` +
      "for a path there is readVectors of @wordloom/vectors/node",
  );
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield bytes;
}

async function* streamed(stream: ByteStream): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      if (step.value !== undefined) yield step.value;
    }
  } finally {
    await reader.cancel();
  }
}
