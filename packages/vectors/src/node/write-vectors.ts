import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { checkOptions, requireArgument } from "@wordloom/arguments";
import { type EncodeVectorsOptions, vectorChunks } from "../formats/encode-vectors.js";
import type { VectorsFormat } from "../formats/format.js";
import { formatNamed } from "../formats/formats.js";
import { requireVectors } from "../vectors/require-vectors.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import { encodeMetadata, encodeWordList } from "../word-lists/encode-word-list.js";
import { formatOfPath } from "./format-of-path.js";
import { type NewFile, replaceFiles } from "./replace-files.js";
import { metadataPath, vocabularyPath } from "./word-list-path.js";

/** Options of {@link writeVectors}. */
export interface WriteVectorsOptions extends EncodeVectorsOptions {
  /**
   * The format to write. Default: what the ending of the path says, before a `.gz` if there is one: binary for `.bin`,
   * text for `.txt` and `.vec`, glove, npy, safetensors and tsv for their own. For GloVe's own files, which end in
   * `.txt`, and for any other ending, it must be given.
   */
  readonly format?: VectorsFormat;
}

/** What {@link writeVectors} wrote. */
export interface WrittenVectors {
  /** The format that was written. */
  readonly format: VectorsFormat;
  /** The path of the file, and that of the file with its words, if these are in another. */
  readonly paths: readonly string[];
}

/**
 * Writes word vectors to a file. If the format holds only numbers, the words go to another file beside it: those of
 * `vectors.npy` to `vectors.vocab`, those of `vectors.tsv` to `metadata.tsv`. A path that ends in `.gz` is compressed.
 *
 * A file is there as a whole or not at all: the bytes go to another name in the same folder, onto the disk, and only
 * then take the place of what had the name before.
 *
 * @returns the format, and the paths of all files that were written
 * @throws RangeError if the ending of the path says no format, or the format cannot hold a word or a number
 * @throws Error if a file cannot be written
 * @throws TypeError if `path` is not a string, `vectors` are something else, or an option does not exist
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
