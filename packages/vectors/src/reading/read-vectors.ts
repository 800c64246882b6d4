import { type ByteSource, openSource } from "@wordloom/bytes";
import { checkOptions } from "../arguments/check-options.js";
import { readingNames } from "../arguments/gensim-names.js";
import type { DecodeVectorsOptions } from "../formats/decode-vectors.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import { listForRows } from "../word-lists/list-for-table.js";
import { chunkReader } from "./block-reader.js";
import { checkReading } from "./check-reading.js";
import { gunzipped } from "./gunzipped.js";
import { readSource } from "./read-source.js";

const INSTEAD =
  "a stream, a response, a file, bytes or chunks would be right; for a path there is readVectors of @wordloom/vectors/node";

/**
 * Word vectors from a response, a file or blob, a stream, bytes or chunks of them, or a promise of any of these, whatever their
 * format, unpacked if they are compressed with gzip. No more of the file is in memory than some chunks, beside the words and the numbers themselves; with a limit, no more of it is
 * fetched than that takes.
 *
 * @throws Error as `decodeVectors` does; for a response that is no success, with its status; TypeError for a source that is
 * none, or one whose chunks are no bytes
 *
 * @example
 * const vectors = await readVectors(fetch("/vectors.bin.gz"), { limit: 50_000 });
 */
export async function readVectors(
  source: ByteSource | null | PromiseLike<ByteSource | null>,
  options: DecodeVectorsOptions = {},
): Promise<WordVectors> {
  checkOptions(
    "readVectors",
    options,
    {
      source: true,
      limit: true,
      duplicates: true,
      onNote: true,
      unproven: true,
      tensor: true,
      format: true,
      list: true,
      listHeader: true,
      listColumn: true,
    },
    readingNames,
  );
  checkReading("readVectors", options);
  const { list, ...rest } = options;
  const { chunks, size } = await openSource("readVectors", source, INSTEAD);
  const gunzip = (packed: AsyncGenerator<Uint8Array, void>) => gunzipped(packed, options.source);
  return readSource(
    { reader: chunkReader(chunks), size, gunzip, words: async () => listForRows(list, options) },
    { ...rest, isListGiven: list !== undefined },
  );
}
