import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { checkOptions } from "../arguments/check-options.js";
import { requireArgument } from "../arguments/require-argument.js";
import { type EncodeVectorsOptions, vectorChunks } from "../formats/encode-vectors.js";
import type { VectorsFormat } from "../formats/format.js";
import { formatNamed } from "../formats/formats.js";
import { requireVectors } from "../vectors/require-vectors.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import { encodeMetadata, encodeWordList } from "../word-lists/encode-word-list.js";
import { formatOfPath } from "./format-of-path.js";
import { type NewFile, replaceFiles } from "./replace-files.js";
import { metadataPath, vocabularyPath } from "./word-list-path.js";

export interface WriteVectorsOptions extends EncodeVectorsOptions {
  /**
   * Unless told, by the ending of the path, before a `.gz` if there is one: binary for `.bin`, text for `.txt` and `.vec`,
   * glove, npy, safetensors and tsv for those. GloVe's own files end in `.txt`, so it has to be told, as for any other ending.
   */
  readonly format?: VectorsFormat;
}

/** What was written. */
export interface WrittenVectors {
  readonly format: VectorsFormat;
  /** The file, and the one with its words if that is another. */
  readonly paths: readonly string[];
}

/**
 * Writes word vectors to a file, and the words of those formats that hold only numbers to another beside it: those of
 * `vectors.npy` to `vectors.vocab`, those of `vectors.tsv` to `metadata.tsv`. A path that ends in `.gz` is compressed.
 *
 * A file is there as a whole or not at all: the bytes go to another name in the same folder, onto the disk, and only
 * then take the place of what had the name before.
 *
 * @returns the format that it was, and all that was written
 * @throws RangeError for a path whose ending says no format; a word or a number that the format cannot hold; Error for a file that cannot be written
 *
 * @example
 * await writeVectors("vectors.bin", vectors);
 * await writeVectors("vectors.safetensors", vectors, { numbers: "f16" });
 */
export async function writeVectors(
  path: string,
  vectors: WordVectors,
  options: WriteVectorsOptions = {},
): Promise<WrittenVectors> {
  requireArgument(
    "writeVectors",
    typeof path === "string",
    "the path is",
    path,
    "it is a string: writeVectors(path, vectors)",
  );
  requireVectors("writeVectors", vectors);
  checkOptions(
    "writeVectors",
    options,
    { format: true, numbers: true, signal: true },
    { binary: 'the ending of the path, or { format: "binary" }, says what is written' },
  );
  const { format: given, ...rest } = options;
  const format = formatOfPath(path, given);
  const chunks = vectorChunks(vectors, format, rest);
  const files: NewFile[] = [{ path, chunks: /\.gz$/i.test(path) ? gzipped(chunks) : chunks }];
  const { wordsIn } = formatNamed(format);
  if (wordsIn === "list") files.push({ path: vocabularyPath(path), chunks: [encodeWordList(vectors)] });
  if (wordsIn === "metadata") files.push({ path: metadataPath(path), chunks: [encodeMetadata(vectors)] });
  await replaceFiles(files, "writeVectors");
  return { format, paths: files.map((file) => file.path) };
}

function gzipped(chunks: Iterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const gzip = createGzip();
  pipeline(Readable.from(chunks), gzip, () => {});
  return gzip;
}
