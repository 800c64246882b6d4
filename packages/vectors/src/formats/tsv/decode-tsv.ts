import { fileError } from "@wordloom/arguments";
import { NEWLINE, readNumbers } from "../../decimals/text-numbers.js";
import { foreignFormat } from "../../foreign/foreign-format.js";
import { quoted } from "../../messages/quoted.js";
import type { ByteWindow, Reading } from "../../reading/byte-window.js";
import type { FormatOptions } from "../../reading/decode-options.js";
import { type FloatTable, firstRows, floatTable, reserve } from "../../tables/float-table.js";
import { neededList, vectorsOfTable } from "../../tables/vectors-of-table.js";
import { writeNorms } from "../../vectors/row-norms.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { fittedWords } from "../../word-lists/table-words.js";
import { fromLatin1 } from "../../words/text-coding.js";
import { someLines } from "../lines/line-fault.js";
import {
  firstLine,
  firstLines,
  isBlank,
  isBlankToTheEnd,
  linesLeft,
  rowsToReserve,
  wholeLines,
} from "../lines/text-lines.js";
import { idColumn } from "./id-column.js";
import { numbersOfLine } from "./numbers-of-line.js";

/**
 * The vectors of the TensorBoard Embedding Projector: lines of numbers with tabs between them, no header. Their words
 * are in another file, `metadata.tsv`. Of the lines beyond a limit it is counted how many there are, for only their
 * number tells whether the words are of this table.
 *
 * @see https://projector.tensorflow.org, "Load data"
 */
export function* tsvReading(
  window: ByteWindow,
  { source, limit: wanted, duplicates, onNote }: FormatOptions,
): Reading<WordVectors> {
  const remark = idsRemark(window);
  const error = fileError("decodeVectors", source);
  let end = yield* firstLines(window, error);
  const D = numbersOfLine(window.bytes.subarray(window.at, end));
  if (D === 0) {
    const foreign = foreignFormat(window.bytes.subarray(window.at, end));
    if (foreign !== undefined) throw error(`the file is ${foreign}`);
    throw error(`line 1 is ${quoted(firstLine(window.bytes.subarray(window.at, end)))}, not numbers alone`);
  }
  const listFor = yield* neededList("metadata", error, remark);
  const table = floatTable(D, wanted, 0, error);
  let read = 0;
  for (; end >= 0 && read < wanted; end = yield* wholeLines(window, error)) {
    read = readLines(window, end, { table, wanted, read, error });
    if (window.at === end || read === wanted) continue;
    const problem = complaint(window, D);
    if (yield* isBlankToTheEnd(window)) break;
    throw error(`line ${read + 1}${problem}`);
  }
  writeNorms(table, 0, read);
  const V = read + (yield* linesLeft(window));
  const list = fittedWords(listFor(V), V, { onNote, error });
  return vectorsOfTable(firstRows(table, read), list, { duplicates, onNote, error });
}

/** Where the numbers of lines go, how many lines to read, and how many have been. */
interface Lines {
  readonly table: FloatTable;
  readonly wanted: number;
  readonly read: number;
  readonly error: (message: string) => Error;
}

/** Reads lines up to the position `end`, or to one that is not as it should be. */
function readLines(window: ByteWindow, end: number, { table, wanted, read: before, error }: Lines): number {
  const { bytes } = window;
  const { D } = table;
  let read = before;
  while (window.at < end && read < wanted) {
    if ((read + 1) * D > table.data.length) {
      if (bytes.indexOf(NEWLINE, window.at) - window.at < 2 * D - 1) break;
      reserve(table, read, rowsToReserve(window, read), error);
    }
    let at = readNumbers(bytes, window.at, table.data, read * D, D);
    if (at < 0) break;
    while (isBlank(bytes[at]) && bytes[at] !== NEWLINE) at++;
    if (bytes[at] !== NEWLINE) break;
    window.at = at + 1;
    read++;
  }
  return read;
}

function complaint({ bytes, at: start }: ByteWindow, D: number): string {
  let count = 0;
  for (let at = start; ; count++) {
    while (isBlank(bytes[at]) && bytes[at] !== NEWLINE) at++;
    if (bytes[at] === NEWLINE) return count === 0 ? " is empty" : ` has ${count} numbers, line 1 has ${D}`;
    const from = at;
    while (!isBlank(bytes[at])) at++;
    if (count >= D) continue;
    const number = readNumbers(bytes, from, new Float32Array(1), 0, 1);
    if (number < 0) {
      const text = fromLatin1(bytes.subarray(from, Math.min(at, from + 40)));
      return `, number ${count + 1} is ${quoted(text)}, not a finite number`;
    }
  }
}

/** What the error says of a file without words whose first column may be these. */
function idsRemark(window: ByteWindow): string {
  const columns = idColumn(someLines(window, window.at));
  if (columns === undefined) return "";
  return `, unless the first of its ${columns} columns, whole numbers, has them: { format: "glove" } reads it so`;
}
