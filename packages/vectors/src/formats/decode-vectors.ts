import { fileError, shownValue } from "@wordloom/arguments";
import type { Bytes } from "@wordloom/bytes";
import { givenBytes } from "../arguments/given-bytes.js";
import { type Packing, refuseContainers } from "../foreign/foreign-format.js";
import { type ByteWindow, finished, type Reading, wholeWindow } from "../reading/byte-window.js";
import { checkReadingOptions } from "../reading/check-reading-options.js";
import { type DecodeOptions, formatOptions, type GivenOptions } from "../reading/decode-options.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import { listForTable } from "../word-lists/list-for-table.js";
import type { WordList } from "../word-lists/word-list.js";
import { detectedFormat } from "./detect-format.js";
import type { VectorsFormat } from "./format.js";
import { formatNamed, formats } from "./formats.js";
import { noteFewNumbers } from "./lines/few-numbers.js";
import { refuseReturns } from "./lines/refuse-returns.js";
import { readers } from "./readers.js";

/** Options of all readers that find out the format. */
export interface ReadingOptions extends DecodeOptions {
  /**
   * The name of the tensor, if a safetensors file has several tables. Some names, such as `"embeddings"`, are known
   * without it.
   */
  readonly tensor?: string;
  /** The format of the file. Default: found out from the content. */
  readonly format?: VectorsFormat;
  /** Whether line 1 of the list has the names of its columns. Default: found out. */
  readonly listHeader?: boolean;
  /** Which column of the list has the words, the first being 1, or `"line"` for whole lines. Default: found out. */
  readonly listColumn?: number | "line";
}

/** Options of {@link decodeVectors}, and of `readVectors` for streams. */
export interface DecodeVectorsOptions extends ReadingOptions {
  /**
   * The words of a file that holds only numbers: `.npy`, the Embedding Projector's, and safetensors by other programs.
   * They are a {@link WordList}, or the bytes of a list or of a `tokenizer.json`, of which the rows of the table may
   * prove what line 1 is.
   */
  readonly list?: WordList | Bytes;
}

/** The options of all readers that find out the format, but for the name of the file. */
export const readingOptionNames: Readonly<Record<Exclude<keyof DecodeVectorsOptions, "source">, true>> = {
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

/** Refuses options of such a reader as {@link checkReadingOptions} does, and a format that does not exist. */
export function checkVectorsOptions<Options extends ReadingOptions>(
  caller: string,
  options: Options,
  known: Readonly<Record<keyof Options, true>>,
): void {
  checkReadingOptions(caller, options, known);
  const { format } = options;
  if (format === undefined || (typeof format === "string" && Object.hasOwn(readers, format))) return;
  throw new RangeError(`${caller}: the format is ${shownValue(format)}; there are ${Object.keys(readers).join(", ")}`);
}

/**
 * Reads word vectors from the bytes of a file, whatever its format. If the file has only numbers, its words come from
 * `list`.
 *
 * @throws Error if the file has no known format, or is not as its format wants it; the message says where
 * @throws TypeError if `bytes` are not in memory, or an option does not exist
 * @throws RangeError if an option has a value that makes no sense
 *
 * @example
 * decodeVectors(npy, { list: decodeWordList(vocabulary) })
 */
export function decodeVectors(bytes: Bytes, options: DecodeVectorsOptions = {}): WordVectors {
  checkVectorsOptions("decodeVectors", options, { source: true, ...readingOptionNames });
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
  options: ReadingOptions & GivenOptions,
  packings: readonly Packing[] = [],
): Reading<WordVectors> {
  const told = formatOptions(options);
  const { source, onNote, isListGiven } = told;
  yield* refuseContainers(window, fileError("decodeVectors", source), packings);
  if (options.format === undefined || isLines(options.format)) {
    yield* refuseReturns(window, fileError("decodeVectors", source));
  }
  const format = options.format ?? (yield* detectedFormat(window, source));
  const vectors = yield* readers[format](window, told);
  if (options.format === undefined && isLines(format)) noteFewNumbers(vectors, format, onNote);
  if (isListGiven && formatNamed(format).wordsIn === "file") {
    onNote?.({ kind: "list-unused", message: "the list was not looked at, for the file has words itself" });
  }
  return vectors;
}

function isLines(format: VectorsFormat): boolean {
  return formats.some(({ name, isLines }) => name === format && isLines);
}
