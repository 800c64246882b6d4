import type { Bytes } from "@wordloom/bytes";
import { type ByteWindow, finished, type Reading, warrantedRows, wholeWindow } from "./byte-window.js";
import { checkChoice } from "./check-choice.js";
import { checkOptions } from "./check-options.js";
import { type DecodeOptions, rowLimit } from "./decode-options.js";
import { extraRowsCause, extraRowsNote } from "./extra-rows.js";
import { fileError } from "./file-error.js";
import { floatTable } from "./float-table.js";
import { readingNames } from "./gensim-names.js";
import { givenBytes } from "./given-bytes.js";
import { keyedRows, keyedVectors } from "./keyed-rows.js";
import { marksNotes } from "./marks-note.js";
import { refuseReturns } from "./refuse-returns.js";
import { isBlankToTheEnd } from "./text-lines.js";
import { NEWLINE } from "./text-numbers.js";
import { readRows } from "./text-rows.js";
import type { WordVectors } from "./word-vectors.js";
import { word2vecHeader } from "./word2vec-header.js";

/**
 * Word vectors from the bytes of a word2vec text file: a line `V D`, then for each word a line with the word and
 * `D` decimal numbers, separated by spaces. word2vec.c puts a space at the end of a line, gensim none; both are
 * read, as are CRLF line ends, a byte order mark, and fastText's `.vec`.
 *
 * A number becomes the f32 nearest to the f64 nearest to it. A word is what precedes the first space of its line,
 * byte for byte; bytes that are not UTF-8 become lone surrogates. If a line has too many numbers' worth, the word is
 * all before the last `D` numbers, unless that ends in a number, too. A line of spaces and just `D` numbers, with one separator
 * each, has spaces for a word, the last of them being its separator; that is noted.
 *
 * @throws Error for a file that is malformed, cut off or too long, a word that comes twice, or a number that is
 * NaN or infinite as f32; with the line
 */
export function decodeText(bytes: Bytes, options: DecodeOptions = {}): WordVectors {
  checkOptions(
    "decodeText",
    options,
    { source: true, limit: true, duplicates: true, onNote: true, unproven: true },
    readingNames,
  );
  checkChoice("decodeText", "duplicates", options.duplicates ?? "refuse", ["refuse", "skip"]);
  return finished(textReading(wholeWindow(givenBytes("decodeText", bytes)), options));
}

export function* textReading(
  window: ByteWindow,
  { source, limit, duplicates = "refuse", onNote }: DecodeOptions,
): Reading<WordVectors> {
  const error = fileError("decodeText", source);
  const most = rowLimit("decodeText", limit);
  yield* refuseReturns(window, error);
  const { V, D } = yield* word2vecHeader(window, most, () => 0, error);
  const wanted = Math.min(V, most);
  const rows = keyedRows(floatTable(D, wanted, warrantedRows(window, wanted, 1 + 2 * D), error), NEWLINE);
  const read = yield* readRows(window, rows, {
    wanted,
    V,
    firstLine: 2,
    promise: "the header promised",
    duplicates,
    error,
  });
  if (read < wanted) {
    const rest = read > 0 ? ` { limit: ${read} } reads those that are there` : "";
    throw error(`the file ends after ${read} of ${V} rows; was it cut off?${rest}`);
  }
  if (wanted === V && !(yield* isBlankToTheEnd(window))) {
    // A limit may be what the header promises of a file that has more.
    if (limit !== V) {
      const cause = yield* extraRowsCause(window, rows.index.words, V);
      throw error(`line ${V + 2} is one too many, the header promised ${V} rows${cause}`);
    }
    onNote?.(extraRowsNote(`lines follow the ${V} rows that the header promised, from line ${V + 2}`));
  }
  for (const note of marksNotes(rows.index.words, true)) onNote?.(note);
  return keyedVectors(rows, onNote);
}
