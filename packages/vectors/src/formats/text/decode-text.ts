import { fileError } from "@wordloom/arguments";
import type { Bytes } from "@wordloom/bytes";
import { givenBytes } from "../../arguments/given-bytes.js";
import { NEWLINE } from "../../decimals/text-numbers.js";
import { cutOff } from "../../messages/cut-off.js";
import { type ByteWindow, finished, type Reading, warrantedRows, wholeWindow } from "../../reading/byte-window.js";
import { checkReadingOptions, decodeOptionNames } from "../../reading/check-reading-options.js";
import { type DecodeOptions, type FormatOptions, formatOptions } from "../../reading/decode-options.js";
import { floatTable } from "../../tables/float-table.js";
import { finishedVectors, partialVectors } from "../../tables/partial-vectors.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { marksNotes } from "../lines/marks-note.js";
import { readWordLines } from "../lines/read-word-lines.js";
import { refuseReturns } from "../lines/refuse-returns.js";
import { isBlankToTheEnd } from "../lines/text-lines.js";
import { trailingDataCause, trailingDataNote } from "../word2vec/trailing-data.js";
import { word2vecHeader } from "../word2vec/word2vec-header.js";

/**
 * Reads word vectors from the bytes of a word2vec text file: a line `V D`, then for each word a line with the word and
 * `D` decimal numbers, separated by spaces. A space at the end of a line (word2vec.c), CRLF line ends, a byte order
 * mark and fastText's `.vec` are read as well.
 *
 * A number becomes the f32 nearest to the f64 nearest to it. A word ends before the first space of its line; bytes that
 * are not UTF-8 become lone surrogates. If more than `D` numbers' worth follows, the word is all that stands before the
 * last `D` numbers, unless it ends in a number, too. A line of spaces and exactly `D` numbers, with one separator each,
 * has spaces for a word, the last of them being its separator; a note says so.
 *
 * @throws Error if the file is malformed, cut off or too long, a word comes twice, or a number is NaN or infinite as
 * f32. The message has the line
 * @throws TypeError if `bytes` are not in memory, or an option does not exist
 *
 * @example
 * decodeText(new TextEncoder().encode("1 2\nking 0.5 1\n")).data // Float32Array [0.5, 1]
 */
export function decodeText(bytes: Bytes, options: DecodeOptions = {}): WordVectors {
  checkReadingOptions("decodeText", options, decodeOptionNames);
  return finished(textOf(wholeWindow(givenBytes("decodeText", bytes)), formatOptions(options)));
}

function* textOf(window: ByteWindow, options: FormatOptions): Reading<WordVectors> {
  yield* refuseReturns(window, fileError("decodeText", options.source));
  return yield* textReading(window, options);
}

/** Reads a text that is not one whose lines end in carriage returns. */
export function* textReading(
  window: ByteWindow,
  { source, limit, duplicates, onNote }: FormatOptions,
): Reading<WordVectors> {
  const error = fileError("decodeText", source);
  const { V, D } = yield* word2vecHeader(window, error);
  const wanted = Math.min(V, limit);
  const partial = partialVectors(floatTable(D, wanted, warrantedRows(window, wanted, 1 + 2 * D), error), NEWLINE);
  const read = yield* readWordLines(window, partial, {
    wanted,
    V,
    firstLine: 2,
    promise: "the header promised",
    duplicates,
    error,
  });
  if (read < wanted) throw error(`the file ends after ${read} of ${V} rows; ${cutOff(read)}`);
  if (wanted === V && !(yield* isBlankToTheEnd(window))) {
    // A limit may be what the header promises of a file that has more.
    if (limit !== V) {
      const cause = yield* trailingDataCause(window, partial.index.words, V);
      throw error(`line ${V + 2} is one too many, the header promised ${V} rows${cause}`);
    }
    onNote?.(trailingDataNote(`lines follow the ${V} rows that the header promised, from line ${V + 2}`));
  }
  for (const note of marksNotes(partial.index.words, true)) onNote?.(note);
  return finishedVectors(partial, onNote);
}
