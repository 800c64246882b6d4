import { open } from "node:fs/promises";
import { requireArgument } from "@wordloom/arguments";
import { hasZstd, unpacked } from "@wordloom/bytes/node";
import { checkVectorsOptions, type ReadingOptions, readingOptionNames } from "../formats/decode-vectors.js";
import type { WordsAsk } from "../reading/byte-window.js";
import { readSource } from "../reading/read-source.js";
import { unpackingError } from "../reading/unpacking-error.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import { fileReader } from "./file-reader.js";
import { readError } from "./system-message.js";
import { withVectorsBeside } from "./vectors-beside.js";
import { givenWords, wordsBeside } from "./words-beside.js";

/** Options of {@link readVectors}. */
export interface ReadVectorsOptions extends Omit<ReadingOptions, "source"> {
  /**
   * The path of a list with the words, if the file holds only numbers and the name of the list does not say that it
   * belongs to it.
   */
  readonly list?: string;
}

/**
 * Reads word vectors from a file of any format, which it finds out from the content, and of any size that fits in
 * memory. It unpacks gzip, and zstd where Node has it, from 22.15 on.
 *
 * If the file holds only numbers, its words come from another file in the same folder: those of `vectors.npy` and
 * `vectors.safetensors` from `vectors.vocab`, or else from `vocab.txt`, `vocabulary.tsv` or `tokenizer.json`, whichever
 * has as many words as the file has rows; those of `vectors.tsv` from `metadata.tsv`. The list must have a word for
 * each row, whatever the limit.
 *
 * @throws Error if the file cannot be read, or is not as its format wants it; the message says where
 * @throws TypeError if `path` is not a string, or an option does not exist
 *
 * @example
 * const vectors = await readVectors("glove.6B.300d.txt.gz", { limit: 100_000 });
 */
export async function readVectors(path: string, options: ReadVectorsOptions = {}): Promise<WordVectors> {
  const right = "it is a string, and readVectors of @wordloom/vectors reads bytes and streams";
  requireArgument("readVectors", typeof path === "string", "the path is", path, right);
  checkVectorsOptions("readVectors", options, readingOptionNames);
  const { list, ...rest } = options;
  const reading = { ...rest, source: path };
  const file = await open(path).catch((error) => {
    throw readError(path, error);
  });
  const status = await file.stat();
  const errorOf = unpackingError(path);
  const source = {
    reader: fileReader(file, path, status.isFile()),
    // A file may have bytes and no size, as those of /proc.
    size: status.isFile() && status.size > 0 ? status.size : undefined,
    gunzip: (packed: AsyncGenerator<Uint8Array, void>) => unpacked(packed, "gzip", errorOf),
    unzstd: hasZstd ? (packed: AsyncGenerator<Uint8Array, void>) => unpacked(packed, "zstd", errorOf) : undefined,
    words: (ask: WordsAsk) => (list === undefined ? wordsBeside(path, ask, options) : givenWords(list, options)),
  };
  return readSource(source, { ...reading, isListGiven: list !== undefined }).catch(async (error) => {
    throw await withVectorsBeside(path, error);
  });
}
