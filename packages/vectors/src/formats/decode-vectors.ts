import type { Bytes } from "@wordloom/bytes";
import { checkOptions } from "../arguments/check-options.js";
import { readingNames } from "../arguments/gensim-names.js";
import { givenBytes } from "../arguments/given-bytes.js";
import { type Packing, refuseContainers } from "../foreign/foreign-format.js";
import { fileError } from "../messages/file-error.js";
import { type ByteWindow, finished, type Reading, wholeWindow } from "../reading/byte-window.js";
import { checkReading } from "../reading/check-reading.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import { listForRows } from "../word-lists/list-for-table.js";
import type { WordList } from "../word-lists/word-list.js";
import { binaryReading } from "./binary/decode-binary.js";
import { detectedFormat, type VectorsFormat } from "./detect-format.js";
import { gloveReading } from "./glove/decode-glove.js";
import { noteFewNumbers } from "./lines/few-numbers.js";
import { someLines } from "./lines/line-fault.js";
import { refuseReturns } from "./lines/refuse-returns.js";
import { npyReading } from "./npy/decode-npy.js";
import { type GivenList, type SafetensorsOptions, safetensorsReading } from "./safetensors/decode-safetensors.js";
import { textReading } from "./text/decode-text.js";
import { tsvReading } from "./tsv/decode-tsv.js";
import { idColumn } from "./tsv/id-column.js";

export interface ReadingOptions extends SafetensorsOptions {
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

const readings: Record<
  VectorsFormat,
  (window: ByteWindow, options: ReadingOptions & GivenList) => Reading<WordVectors>
> = {
  binary: binaryReading,
  glove: gloveReading,
  npy: npyReading,
  safetensors: safetensorsReading,
  text: textReading,
  tsv: tsvReading,
};

/** Those whose rows are lines. */
const TEXTS: readonly VectorsFormat[] = ["glove", "text", "tsv"];
const NO_WORDS = "the file has numbers and no words";

/**
 * Word vectors from the bytes of a file, whatever its format. A file with numbers alone takes its words from a list.
 *
 * @throws Error for a file of no known format, or one that is not as its format wants it, with the place
 *
 * @example
 * decodeVectors(npy, { list: decodeWordList(vocabulary) })
 */
export function decodeVectors(bytes: Bytes, options: DecodeVectorsOptions = {}): WordVectors {
  checkOptions(
    "decodeVectors",
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
  checkReading("decodeVectors", options);
  const { list, ...rest } = options;
  const reading = vectorsReading(wholeWindow(givenBytes("decodeVectors", bytes)), {
    ...rest,
    isListGiven: list !== undefined,
  });
  return finished(reading, listForRows(list, options));
}

/** @param packings - what the bytes of the window were packed with, the outermost first */
export function* vectorsReading(
  window: ByteWindow,
  options: ReadingOptions & GivenList,
  packings: readonly Packing[] = [],
): Reading<WordVectors> {
  const { source, onNote, isListGiven = false } = options;
  yield* refuseContainers(window, fileError("decodeVectors", source), packings);
  if (options.format === undefined || TEXTS.includes(options.format)) {
    yield* refuseReturns(window, fileError("decodeVectors", source));
  }
  const format = options.format ?? (yield* detectedFormat(window, source));
  if (!Object.hasOwn(readings, format)) {
    throw new RangeError(
      `decodeVectors: the format is ${JSON.stringify(format)}; there are ${Object.keys(readings).join(", ")}`,
    );
  }
  const vectors = yield* toldOfIds(window, format, options);
  if (options.format === undefined) noteFewNumbers(vectors, format, onNote);
  if (isListGiven && (format === "binary" || format === "glove" || format === "text")) {
    onNote?.({ kind: "list-unused", message: "the list was not looked at, for the file has words itself" });
  }
  return vectors;
}

/** What the reader of the format reads; where that says that there are no words, it says where they may be. */
function* toldOfIds(
  window: ByteWindow,
  format: VectorsFormat,
  options: ReadingOptions & GivenList,
): Reading<WordVectors> {
  const columns = format === "tsv" ? idColumn(someLines(window, window.at)) : undefined;
  try {
    return yield* readings[format](window, options);
  } catch (error) {
    throw columns === undefined ? error : withIds(error, columns);
  }
}

/** The error that a file has no words, where its first column may be these. */
function withIds(error: unknown, columns: number): unknown {
  const message = String((Object(error) as { message?: unknown }).message);
  if (!message.includes(NO_WORDS)) return error;
  const ids = `, unless the first of its ${columns} columns, whole numbers, has them: { format: "glove" } reads it so`;
  return new Error(message.replace(NO_WORDS, `${NO_WORDS}${ids}`), { cause: error });
}
