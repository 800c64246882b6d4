import { open } from "node:fs/promises";
import { checkOptions } from "../arguments/check-options.js";
import { readingNames } from "../arguments/gensim-names.js";
import { givenKind } from "../arguments/given-kind.js";
import type { ReadingOptions } from "../formats/decode-vectors.js";
import type { Ask } from "../reading/byte-window.js";
import { checkReading } from "../reading/check-reading.js";
import { readSource } from "../reading/read-source.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import { fileReader } from "./file-reader.js";
import { readError } from "./system-message.js";
import { hasZstd, unpackedFile } from "./unpacked-file.js";
import { withVectorsBeside } from "./vectors-beside.js";
import { givenWords, wordsBeside } from "./words-beside.js";

export interface ReadVectorsOptions extends Omit<ReadingOptions, "source"> {
  /** The file with the words of one that holds only numbers, if its name does not say that they belong together. */
  readonly list?: string;
}

/**
 * Word vectors from a file of any format, known by its content, and of any size that fits in memory; unpacked if it is
 * compressed with gzip, or with zstd, which Node 22.15 and newer have.
 *
 * A file with numbers alone takes its words from another in the same folder: `vectors.npy` and `vectors.safetensors`
 * from `vectors.vocab`, or else from `vocab.txt`, `vocabulary.tsv` or `tokenizer.json`, whichever has as many words as
 * the file has rows; `vectors.tsv` from `metadata.tsv`. The list must have a word for each row, whatever the limit.
 *
 * @throws Error for a file that cannot be read, or that is not as its format wants it, with the place
 *
 * @example
 * const vectors = await readVectors("glove.6B.300d.txt.gz", { limit: 100_000 });
 */
export async function readVectors(path: string, options: ReadVectorsOptions = {}): Promise<WordVectors> {
  if (typeof path !== "string") {
    throw new TypeError(
      `readVectors: the path is ${givenKind(path)}; it is a string, and readVectors of @wordloom/vectors reads bytes and streams`,
    );
  }
  checkOptions(
    "readVectors",
    options,
    {
      list: true,
      limit: true,
      duplicates: true,
      onNote: true,
      unproven: true,
      tensor: true,
      format: true,
      listHeader: true,
      listColumn: true,
    },
    readingNames,
  );
  checkReading("readVectors", options);
  const { list, ...rest } = options;
  const reading = { ...rest, source: path };
  const file = await open(path).catch((error) => {
    throw readError(path, error);
  });
  const status = await file.stat();
  const source = {
    reader: fileReader(file, path, status.isFile()),
    // A file may have bytes and no size, as those of /proc.
    size: status.isFile() && status.size > 0 ? status.size : undefined,
    gunzip: (packed: AsyncGenerator<Uint8Array, void>) => unpackedFile(packed, path, "gzip"),
    unzstd: hasZstd ? (packed: AsyncGenerator<Uint8Array, void>) => unpackedFile(packed, path, "zstd") : undefined,
    words: (ask: Ask) => (list === undefined ? wordsBeside(path, ask, options) : givenWords(list, options)),
  };
  return readSource(source, { ...reading, isListGiven: list !== undefined }).catch(async (error) => {
    throw await withVectorsBeside(path, error);
  });
}
