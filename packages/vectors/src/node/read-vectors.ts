import { open, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Ask } from "../byte-window.js";
import { checkChoice } from "../check-choice.js";
import { checkOptions } from "../check-options.js";
import type { ReadingOptions } from "../decode-vectors.js";
import { readingNames } from "../gensim-names.js";
import { givenKind } from "../given-kind.js";
import { readSource } from "../read-source.js";
import { fromUtf8 } from "../text-coding.js";
import { tokenizerWords } from "../tokenizer-words.js";
import { decodeWordList, type WordList } from "../word-list.js";
import type { WordVectors } from "../word-vectors.js";
import { fileReader } from "./file-reader.js";
import { gunzippedFile } from "./gunzipped-file.js";
import { readError } from "./system-message.js";
import { metadataPath, vocabularyPath } from "./word-list-path.js";

export interface ReadVectorsOptions extends Omit<ReadingOptions, "source"> {
  /** The file with the words of one that holds only numbers, if its name does not say that they belong together. */
  readonly list?: string;
}

/**
 * Word vectors from a file of any format, known by its content, and of any size that fits in memory; unpacked if it is
 * compressed with gzip.
 *
 * A file with numbers alone takes its words from another in the same folder: `vectors.npy` and `vectors.safetensors`
 * from `vectors.vocab`, or `vocab.txt`, `vocabulary.tsv` or `tokenizer.json`; `vectors.tsv` from `metadata.tsv`.
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
    { list: true, limit: true, duplicates: true, onNote: true, tensor: true, format: true },
    readingNames,
  );
  checkChoice("readVectors", "duplicates", options.duplicates ?? "refuse", ["refuse", "skip"]);
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
    gunzip: (packed: AsyncGenerator<Uint8Array, void>) => gunzippedFile(packed, path),
    words: (ask: Ask) => wordsOf(path, ask, list),
  };
  return readSource(source, reading);
}

/** The list that goes with a file of numbers. */
async function wordsOf(path: string, ask: Ask, list: string | undefined): Promise<WordList> {
  const folder = dirname(path);
  const vocabularies = [
    vocabularyPath(path),
    ...["vocab.txt", "vocabulary.tsv", "tokenizer.json"].map((name) => join(folder, name)),
  ];
  const metadata = [metadataPath(path), join(folder, "metadata.tsv")];
  const candidates = list !== undefined ? [list] : ask === "metadata" ? metadata : vocabularies;
  for (const candidate of candidates) {
    const bytes = await readFile(candidate).catch((error) => {
      if (list === undefined && error.code === "ENOENT") return undefined;
      throw readError(candidate, error);
    });
    if (bytes === undefined) continue;
    if (!candidate.endsWith(".json")) return decodeWordList(bytes, { source: candidate });
    const words = tokenizerWords(fromUtf8(bytes));
    if (words !== undefined) return words;
  }
  const names = [...new Set(candidates.map((candidate) => basename(candidate)))].join(", ");
  throw new Error(`readVectors: the file has numbers and no words, and beside it is none of ${names} (${path})`);
}
