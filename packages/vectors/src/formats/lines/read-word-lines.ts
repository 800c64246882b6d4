import { decimalFloat } from "../../decimals/decimal-float.js";
import { isNumberLike, NEWLINE, RETURN, readNumbers, SPACE, TAB } from "../../decimals/text-numbers.js";
import { quoted } from "../../messages/quoted.js";
import type { ByteWindow, Reading } from "../../reading/byte-window.js";
import { reserve } from "../../tables/float-table.js";
import {
  addWord,
  commitBatch,
  type Duplicates,
  isBatchFull,
  nextRow,
  type PartialVectors,
} from "../../tables/partial-vectors.js";
import { writeNorms } from "../../vectors/row-norms.js";
import { blankWordNote, endOfBlankWord, type WordLine } from "./blank-word.js";
import { emptyLineCause, lineFault } from "./line-fault.js";
import { isBlank, isBlankToTheEnd, rowsToReserve, wholeLines } from "./text-lines.js";
import { wordFault } from "./word-fault.js";

/** What is known of the lines that each hold a word and its numbers. */
export interface WordLines {
  /** Rows to read at most. */
  readonly wanted: number;
  /** The number of the line that holds the first row. */
  readonly firstLine: number;
  /** Where the dimension is known from: "the header promised", say. */
  readonly promise: string;
  /** Rows in all, where a header says it. */
  readonly V?: number;
  readonly duplicates: Duplicates;
  readonly error: (message: string) => Error;
}

/**
 * Reads lines of a word and its numbers to the end of the file, or as many as are wanted, and returns how many there
 * were. A word ends at the first space; if more than `D` numbers' worth follow, it has spaces in it and all but the
 * last `D` numbers are its own, provided that what stands before these is not a number as well.
 */
export function* readWordLines(window: ByteWindow, partial: PartialVectors, lines: WordLines): Reading<number> {
  const { wanted, firstLine, duplicates, error } = lines;
  const errors = {
    duplicate: (line: number, _: number, word: string, first: number) =>
      error(
        `line ${line} has the word ${quoted(word)} of line ${first + firstLine}; ` +
          '{ duplicates: "skip" } reads the first of each word',
      ),
  };
  let read = 0;
  while (read < wanted) {
    const end = yield* wholeLines(window, error);
    if (end < 0) break;
    while (window.at < end && read < wanted && !isBlankLine(window)) {
      read = readBatch(window, end, partial, lines, read);
      commitBatch(partial, duplicates, errors);
    }
    if (window.at < end && read < wanted) {
      if (yield* isBlankToTheEnd(window)) break;
      throw error(`line ${firstLine + read} is empty${emptyLineCause(window, partial.table.D)}`);
    }
  }
  return read;
}

/** The part of {@link readWordLines} that must be fast: no more than a batch, up to the position `end`. */
function readBatch(window: ByteWindow, end: number, partial: PartialVectors, lines: WordLines, before: number): number {
  const { bytes } = window;
  const { table } = partial;
  const { D } = table;
  const first = nextRow(partial);
  let read = before;
  while (window.at < end && read < lines.wanted && !isBatchFull(partial)) {
    const start = window.at;
    let at = start;
    let byte = bytes[at];
    if (isBlank(byte) && isBlankLine(window)) break;
    while (byte !== SPACE && byte !== NEWLINE) byte = bytes[++at];
    const line = lines.firstLine + read;
    const row = nextRow(partial);
    if ((row + 1) * D > table.data.length) makeRoom(window, partial, lines, read, row);
    let wordEnd = at;
    at = byte === SPACE && at > start ? readNumbers(bytes, at, table.data, row * D, D) : -1;
    if (at >= 0) while (bytes[at] === SPACE || bytes[at] === TAB || bytes[at] === RETURN) at++;
    if (at < 0 || bytes[at] !== NEWLINE) {
      at = bytes.indexOf(NEWLINE, start);
      const wordLine = { bytes, start, newline: at, out: table.data, offset: row * D, D };
      wordEnd = endOfWord(wordLine);
      if (wordEnd < 0) {
        wordEnd = endOfBlankWord(wordLine);
        if (wordEnd >= 0) partial.notes.push(blankWordNote(line, wordEnd - start));
      }
      if (wordEnd < 0) throw lines.error(`line ${line}${lineFault(window, start, { ...lines, D, line, read })}`);
      const fault = wordFault(bytes, start, wordEnd, at);
      if (fault !== undefined) throw lines.error(`line ${line} ${fault}`);
    }
    addWord(partial, bytes, start, wordEnd, line);
    window.at = at + 1;
    read++;
  }
  writeNorms(table, first, nextRow(partial));
  return read;
}

function isBlankLine({ bytes, at: start }: ByteWindow): boolean {
  let at = start;
  while (isBlank(bytes[at]) && bytes[at] !== NEWLINE) at++;
  return bytes[at] === NEWLINE;
}

/** Takes memory for as many rows as the file seems to have, once a line is long enough for its numbers. */
function makeRoom(window: ByteWindow, { table }: PartialVectors, lines: WordLines, read: number, row: number): void {
  const { bytes, at } = window;
  const { D } = table;
  const newline = bytes.indexOf(NEWLINE, at);
  const line = lines.firstLine + read;
  if (newline - at < 2 * D) throw lines.error(`line ${line}${lineFault(window, at, { ...lines, D, line, read })}`);
  reserve(table, row, rowsToReserve(window, read), lines.error);
}

/**
 * Writes the last `D` numbers of a line, and returns where the word before them ends; −1 if there are fewer,
 * or if the word, which has spaces in it, ends in a number of its own: then who knows which belongs to what.
 */
function endOfWord({ bytes, start, newline, out, offset, D }: WordLine): number {
  if (bytes[start] === SPACE) return -1;
  let at = newline;
  for (let column = D; column >= 0; column--) {
    while (at > start && isBlank(bytes[at - 1])) at--;
    const end = at;
    while (at > start && !isBlank(bytes[at - 1])) at--;
    if (at === end || (at === start && column > 0)) return -1;
    if (column === 0) return at === start || !isNumberLike(bytes, at, end) ? end : -1;
    const number = decimalFloat(bytes, at, end);
    if (!Number.isFinite(number)) return -1;
    out[offset + column - 1] = number;
  }
  return -1;
}
