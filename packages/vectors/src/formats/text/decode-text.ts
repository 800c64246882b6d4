import type { Bytes } from "@wordloom/bytes";
import { checkChoice } from "../../arguments/check-choice.js";
import { checkOptions } from "../../arguments/check-options.js";
import { readingNames } from "../../arguments/gensim-names.js";
import { givenBytes } from "../../arguments/given-bytes.js";
import { NEWLINE } from "../../decimals/text-numbers.js";
import { cutOff } from "../../messages/cut-off.js";
import { fileError } from "../../messages/file-error.js";
import { type ByteWindow, finished, type Reading, warrantedRows, wholeWindow } from "../../reading/byte-window.js";
import { type DecodeOptions, rowLimit } from "../../reading/decode-options.js";
import { floatTable } from "../../tables/float-table.js";
import { keyedRows, keyedVectors } from "../../tables/partial-vectors.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { marksNotes } from "../lines/marks-note.js";
import { readRows } from "../lines/read-word-lines.js";
import { refuseReturns } from "../lines/refuse-returns.js";
import { isBlankToTheEnd } from "../lines/text-lines.js";
import { extraRowsCause, extraRowsNote } from "../lines/trailing-data.js";
import { word2vecHeader } from "../lines/word2vec-header.js";

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
  const { V, D } = yield* word2vecHeader(window, error);
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
  if (read < wanted) throw error(`the file ends after ${read} of ${V} rows; ${cutOff(read)}`);
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
