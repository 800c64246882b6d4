import { fileError } from "@wordloom/arguments";
import { NEWLINE } from "../../decimals/text-numbers.js";
import { foreignFormat } from "../../foreign/foreign-format.js";
import { quoted } from "../../messages/quoted.js";
import type { ByteWindow, Reading } from "../../reading/byte-window.js";
import type { FormatOptions } from "../../reading/decode-options.js";
import { floatTable } from "../../tables/float-table.js";
import { finishedVectors, partialVectors } from "../../tables/partial-vectors.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { marksNotes } from "../lines/marks-note.js";
import { readWordLines } from "../lines/read-word-lines.js";
import { firstLine, firstLines } from "../lines/text-lines.js";
import { commonDimension } from "./common-dimension.js";

/**
 * GloVe's format, which is word2vec's text without the header: the dimension is the one that most of the first lines
 * have, and the file ends where it ends.
 *
 * @see https://github.com/stanfordnlp/GloVe
 */
export function* gloveReading(
  window: ByteWindow,
  { source, limit: wanted, duplicates, onNote }: FormatOptions,
): Reading<WordVectors> {
  const error = fileError("decodeVectors", source);
  const end = yield* firstLines(window, error);
  const D = commonDimension(window.bytes.subarray(window.at, end));
  if (D === 0) {
    const foreign = foreignFormat(window.bytes.subarray(window.at, end));
    if (foreign !== undefined) throw error(`the file is ${foreign}`);
    throw error(`line 1 is ${quoted(firstLine(window.bytes.subarray(window.at, end)))}, not a word and numbers`);
  }
  const partial = partialVectors(floatTable(D, wanted, 0, error), NEWLINE);
  yield* readWordLines(window, partial, { wanted, firstLine: 1, promise: "the first lines have", duplicates, error });
  for (const note of marksNotes(partial.index.words, false)) onNote?.(note);
  return finishedVectors(partial, onNote);
}
