import type { Bytes } from "@wordloom/bytes";
import { givenBytes } from "../arguments/given-bytes.js";
import { type Packing, refuseContainers } from "../foreign/foreign-format.js";
import { fileError } from "../messages/file-error.js";
import { type ByteWindow, finished, type Reading, wholeWindow } from "../reading/byte-window.js";
import { checkReadingOptions } from "../reading/check-reading-options.js";
import type { DecodeOptions, FormatOptions } from "../reading/decode-options.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import { listForTable } from "../word-lists/list-for-table.js";
import type { WordList } from "../word-lists/word-list.js";
import { detectedFormat } from "./detect-format.js";
import type { VectorsFormat } from "./format.js";
import { formatNamed, formats } from "./formats.js";
import { noteFewNumbers } from "./lines/few-numbers.js";
import { refuseReturns } from "./lines/refuse-returns.js";
import { readers } from "./readers.js";

export interface ReadingOptions extends DecodeOptions {
  /** The name of the tensor, if the file has several tables; `"embeddings"`, `"embedding.weight"` and some more are known. */
  readonly tensor?: string;
  /** Found out from the content unless told. */
  readonly format?: VectorsFormat;
  /** Whether line 1 of the list has the names of its columns; found out unless told. */
  readonly listHeader?: boolean;
  /** Which column of the list has the words, the first being 1, or `"line"` for whole lines; found out unless told. */
  readonly listColumn?: number | "line";
}

export interface DecodeVectorsOptions extends ReadingOptions {
  /**
   * The words of a file that holds none: `.npy`, the projector's, and safetensors written elsewhere. Of the bytes of a
   * list, or of a `tokenizer.json`, the rows of the table may prove what line 1 is.
   */
  readonly list?: WordList | Bytes;
}

/** The options of {@link decodeVectors}. */
export const decodeVectorsOptions: Readonly<Record<keyof DecodeVectorsOptions, true>> = {
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
};

/**
 * Word vectors from the bytes of a file, whatever its format. A file with numbers alone takes its words from a list.
 *
 * @throws Error for a file of no known format, or one that is not as its format wants it, with the place
 *
 * @example
 * decodeVectors(npy, { list: decodeWordList(vocabulary) })
 */
export function decodeVectors(bytes: Bytes, options: DecodeVectorsOptions = {}): WordVectors {
  checkReadingOptions("decodeVectors", options, decodeVectorsOptions);
  const { list, ...rest } = options;
  const reading = vectorsReading(wholeWindow(givenBytes("decodeVectors", bytes)), {
    ...rest,
    isListGiven: list !== undefined,
  });
  return finished(reading, listForTable(list, options));
}

/** @param packings - what the bytes of the window were packed with, the outermost first */
export function* vectorsReading(
  window: ByteWindow,
  options: ReadingOptions & FormatOptions,
  packings: readonly Packing[] = [],
): Reading<WordVectors> {
  const { source, onNote, isListGiven = false } = options;
  yield* refuseContainers(window, fileError("decodeVectors", source), packings);
  if (options.format === undefined || isLines(options.format)) {
    yield* refuseReturns(window, fileError("decodeVectors", source));
  }
  const format = options.format ?? (yield* detectedFormat(window, source));
  if (!Object.hasOwn(readers, format)) {
    throw new RangeError(
      `decodeVectors: the format is ${JSON.stringify(format)}; there are ${Object.keys(readers).join(", ")}`,
    );
  }
  const vectors = yield* readers[format](window, options);
  if (options.format === undefined && isLines(format)) noteFewNumbers(vectors, format, onNote);
  if (isListGiven && formatNamed(format).wordsIn === "file") {
    onNote?.({ kind: "list-unused", message: "the list was not looked at, for the file has words itself" });
  }
  return vectors;
}

function isLines(format: VectorsFormat): boolean {
  return formats.some(({ name, isLines }) => name === format && isLines);
}
