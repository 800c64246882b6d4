import { type ByteSource, gunzipped, openSource } from "@wordloom/bytes";
import { checkVectorsOptions, type DecodeVectorsOptions, readingOptionNames } from "../formats/decode-vectors.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import { listForTable } from "../word-lists/list-for-table.js";
import { chunkReader } from "./block-reader.js";
import { readSource } from "./read-source.js";
import { unpackingError } from "./unpacking-error.js";

const INSTEAD =
  "a stream, a response, a file, bytes or chunks would be right; for a path there is readVectors of @wordloom/vectors/node";

/**
 * Reads word vectors from a response, a file or blob, a stream, bytes, chunks of bytes, or a promise of any of these.
 * It finds out the format, and unpacks gzip.
 *
 * Beside the words and the numbers themselves, only some chunks of the file are in memory. With `limit`, no more of the
 * file is fetched than the rows take.
 *
 * @throws Error if the file cannot be read as vectors, or a response says that it failed, with its status
 * @throws TypeError if `source` is something else, or its chunks are not bytes
 *
 * @example
 * const vectors = await readVectors(fetch("/vectors.bin.gz"), { limit: 50_000 });
 */
export async function readVectors(
  source: ByteSource | null | PromiseLike<ByteSource | null>,
  options: DecodeVectorsOptions = {},
): Promise<WordVectors> {
  checkVectorsOptions("readVectors", options, { source: true, ...readingOptionNames });
  const { list, ...rest } = options;
  const { chunks, size } = await openSource("readVectors", source, INSTEAD);
  const gunzip = (packed: AsyncGenerator<Uint8Array, void>) => gunzipped(packed, unpackingError(options.source));
  return readSource(
    { reader: chunkReader(chunks), size, gunzip, words: async () => listForTable(list, options) },
    { ...rest, isListGiven: list !== undefined },
  );
}
