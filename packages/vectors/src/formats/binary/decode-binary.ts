import type { Bytes } from "@wordloom/bytes";
import { givenBytes } from "../../arguments/given-bytes.js";
import { cutOff } from "../../messages/cut-off.js";
import { fileError } from "../../messages/file-error.js";
import { quoted } from "../../messages/quoted.js";
import type { OnNote } from "../../messages/reading-note.js";
import {
  type ByteWindow,
  finished,
  more,
  position,
  type Reading,
  warrantedRows,
  wholeWindow,
} from "../../reading/byte-window.js";
import { checkReadingOptions } from "../../reading/check-reading-options.js";
import { type DecodeOptions, rowLimit } from "../../reading/decode-options.js";
import { readFloats } from "../../tables/float-bytes.js";
import { floatTable, readInPlace, reserve } from "../../tables/float-table.js";
import {
  addWord,
  commitBatch,
  finishedVectors,
  isBatchFull,
  nextRow,
  type PartialVectors,
  partialVectors,
} from "../../tables/partial-vectors.js";
import { writeNorms } from "../../vectors/row-norms.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { bytesOfWord, wordOfBytes } from "../../words/word-bytes.js";
import { trailingDataCause, trailingDataNote } from "../lines/trailing-data.js";
import { word2vecHeader } from "../lines/word2vec-header.js";
import { ADVICE, ambiguityError, FEW, fewNumbersNote, noteAmbiguities } from "./ambiguity.js";
import { AFTER_ROWS, ANYWHERE, findRow, NO_NEWLINES, type RowFault, type RowPlace, UNKNOWN } from "./find-row.js";
import { bytesToTell, phraseShifts } from "./phrase-shifts.js";
import type { Suspect } from "./phrase-verdict.js";
import { readByKernel } from "./read-by-kernel.js";

const SPACE = 0x20;
const NEWLINE = 0x0a;

/** What is known of a file while its rows are read. */
interface BinaryFile {
  readonly window: ByteWindow;
  readonly partial: PartialVectors;
  readonly V: number;
  /** Rows to read, and how many have been. */
  readonly wanted: number;
  read: number;
  /** Where the newlines are. */
  newlines: number;
  /** Whether the last row that was read has a newline behind it. */
  isClosed: boolean;
  /** Rows that may be phrases. */
  readonly suspects: Suspect[];
  /** Of a row, or all that were read: with what is likely to be its cause. */
  readonly error: (message: string, row?: number) => Error;
}

/**
 * Reads word vectors from the bytes of a word2vec binary file: `V D\n`, then for each word its bytes, a space, and `D`
 * little-endian f32 numbers, followed by a newline (word2vec.c) or by none (gensim).
 *
 * Numbers keep their bits and words their bytes; bytes that are not UTF-8 become lone surrogates.
 * `docs/binary-files.md` says what proves a file sound.
 *
 * @throws Error if the file is malformed, cut off or too long; if a word comes twice; if a number is NaN or infinite;
 * if newlines stand behind some rows but not behind others; if a row reads better as a word with a space in it. The
 * message has the row and the byte
 * @throws TypeError if `bytes` are not in memory, or an option does not exist
 * @see https://github.com/tmikolov/word2vec, `word2vec.c`, the end of `TrainModel`
 *
 * @example
 * decodeBinary(bytes, { limit: 100_000 }).words.length // 100000
 */
export function decodeBinary(bytes: Bytes, options: DecodeOptions = {}): WordVectors {
  checkReadingOptions("decodeBinary", options, {
    source: true,
    limit: true,
    duplicates: true,
    onNote: true,
    unproven: true,
  });
  return finished(binaryReading(wholeWindow(givenBytes("decodeBinary", bytes)), options));
}

export function* binaryReading(
  window: ByteWindow,
  { source, limit, duplicates = "refuse", unproven = "refuse", onNote }: DecodeOptions,
): Reading<WordVectors> {
  const fault = fileError("decodeBinary", source);
  const most = rowLimit("decodeBinary", limit);
  const { V, D } = yield* word2vecHeader(window, fault);
  const wanted = Math.min(V, most);
  const least = position(window) + wanted * (2 + 4 * D);
  const table = floatTable(D, wanted, warrantedRows(window, wanted, 2 + 4 * D), fault);
  yield* readInPlace(window, table);
  const partial = partialVectors(table, SPACE);
  const suspects: Suspect[] = [];
  const isStrict = unproven === "refuse";
  const error = (message: string, row: number = wanted): Error => {
    const before = suspects.filter((suspect) => suspect.row <= row);
    return (isStrict && ambiguityError(before, partial, fault)) || fault(message);
  };
  const newlines = isStrict ? UNKNOWN : ANYWHERE;
  const file: BinaryFile = { window, partial, V, wanted, read: 0, newlines, isClosed: false, suspects, error };
  const errors = rowErrors(error);
  const isNewlineFirst = isStrict && (yield* hasNewlineFirst(file));
  while (file.read < wanted) {
    const before = file.read;
    // The first row tells where the newlines are; the last before a limit is not followed by one that would prove it.
    const left = wanted - before - (wanted < V ? 1 : 0);
    const count = before === 0 || left === 0 ? 0 : readByKernel(window, partial, left, file.newlines, fault);
    if (count > 0) {
      file.read += count;
      file.isClosed = file.newlines === AFTER_ROWS;
      commitBatch(partial, duplicates, { duplicate: errors.duplicate });
      continue;
    }
    const message = readBatch(file);
    commitBatch(partial, duplicates, errors);
    if (message !== undefined) throw error(message);
    if (file.read === before && !(yield* more(window))) {
      const end =
        window.size !== undefined && window.size < least
          ? `the header promises a table of ${V} × ${D} numbers, at least ${least} bytes; the file has ${window.size}`
          : `the file ends inside row ${before} of ${V}, which starts at byte ${position(window)}`;
      throw error(`${end}; ${cutOff(before)}`);
    }
  }
  if (yield* isFirstRowProven(file)) suspects.shift();
  if (isNewlineFirst && (wanted < V || V === 1 || file.newlines !== AFTER_ROWS || file.isClosed)) {
    throw error(`row 0 begins with a newline, and not each row does; does its word begin with one? ${ADVICE}`);
  }
  if (wanted === V) yield* checkEnd(file, limit === V, isNewlineFirst, onNote);
  noteAmbiguities(suspects, partial, isStrict, fault, onNote);
  if (isStrict && D <= FEW && file.newlines !== AFTER_ROWS) onNote?.(fewNumbersNote(D));
  return finishedVectors(partial, onNote);
}

function rowErrors(error: BinaryFile["error"]) {
  return {
    duplicate: (place: number, row: number, word: string, first: number) =>
      error(`row ${row}, at byte ${place}, has the word ${quoted(word)} of row ${first}`, row),
    notFinite: (place: number, row: number, word: string, column: number, number: number) => {
      const at = place + (bytesOfWord(word)?.length ?? 0) + 1 + 4 * column;
      return error(
        `number ${column} of row ${row}, ${quoted(word)}, at byte ${at}, is ${number}; is the file damaged?`,
        row,
      );
    },
  };
}

/** One newline may stand before the first row: some files have them before their rows, not behind them. */
function* hasNewlineFirst({ window, error }: BinaryFile): Reading<boolean> {
  const place = position(window);
  const count = yield* skipNewlines(window);
  if (count > 1) throw error(`${count} newlines stand before row 0, from byte ${place}; is the file damaged?`);
  return count === 1;
}

function* skipNewlines(window: ByteWindow): Reading<number> {
  let count = 0;
  do {
    for (; window.at < window.end && window.bytes[window.at] === NEWLINE; window.at++) count++;
  } while (window.at === window.end && (yield* more(window)));
  return count;
}

/**
 * Reads rows without the kernel: those that are in the window as a whole, or a batch of them, up to a faulty one.
 *
 * @returns what is wrong with that
 */
function readBatch(file: BinaryFile): string | undefined {
  const { window, partial, V, wanted } = file;
  const { bytes } = window;
  const { table } = partial;
  const { D } = table;
  const first = nextRow(partial);
  const place: RowPlace = { start: 0, space: 0, next: 0, isClosed: false, isSuspect: false };
  let message: string | undefined;
  while (file.read < wanted && !isBatchFull(partial)) {
    const isProof = file.read < wanted - 1 || wanted === V;
    const found = findRow(window, D, file.newlines, isProof, place);
    if (found === "more") break;
    const { start, space, next } = place;
    const at = window.offset + start;
    if (place.isSuspect) addSuspect(file, start, space);
    if (found !== undefined) {
      message = complaint(found, at, bytes.subarray(start, space), file);
      break;
    }
    const row = nextRow(partial);
    reserve(table, row, 2 * row, file.error);
    // The word first: where the window is in the memory of the table, the numbers may take its place.
    addWord(partial, bytes, start, space, at);
    readFloats({ bytes, at: space + 1, count: D, isLittleEndian: true }, table, row * D);
    window.at = next;
    file.read++;
    file.isClosed = place.isClosed;
    if (file.newlines === UNKNOWN) file.newlines = place.isClosed ? AFTER_ROWS : NO_NEWLINES;
    // The kernel may go on from here.
    if (place.isSuspect || row === 0) break;
  }
  writeNorms(table, first, nextRow(partial));
  if (bytes.buffer === table.data.buffer) window.kept = nextRow(partial) * D * 4;
  return message;
}

/** Adds the next row to those that may be phrases, if it may be one. */
function addSuspect({ window, partial, read, newlines, suspects }: BinaryFile, start: number, space: number): void {
  const { bytes: all, end } = window;
  const { D } = partial.table;
  const bytes = all.slice(space + 1, Math.min(end, space + 1 + bytesToTell(D)));
  const found = phraseShifts(bytes, 0, bytes.length, D);
  // A row among those with newlines has one behind its numbers, wherever these begin.
  const isClosed = (shift: number) => newlines !== AFTER_ROWS || bytes[4 * D + shift] === NEWLINE;
  const shifts = found.shifts.filter(isClosed);
  const isText = found.isText && newlines !== AFTER_ROWS;
  if (!isText && shifts.length === 0) return;
  const word = all.slice(start, space);
  suspects.push({ row: read, place: window.offset + start, word, bytes, shifts, isText });
}

function complaint(fault: RowFault, place: number, word: Uint8Array, { read, partial, newlines }: BinaryFile): string {
  const where = `row ${read}, at byte ${place},`;
  const start = quoted(wordOfBytes(word));
  switch (fault) {
    case "no word":
      return `${where} has no word; is the dimension ${partial.table.D} right?`;
    case "long word":
      return `${where} has no space in its first ${word.length} bytes; is the dimension ${partial.table.D} right?`;
    case "no newline":
      return `${where} ${start}, has no newline behind it, as the rows before have; has a word a space or a newline in it? ${ADVICE}`;
    case "newline in word":
      if (word.length > 0) {
        return `${where} has a newline in its word, behind ${start}; has a word a newline or a space in it? ${ADVICE}`;
      }
      return newlines === AFTER_ROWS
        ? `${where} begins with a second newline; does its word begin with one? ${ADVICE}`
        : `${where} begins with a newline, which row 1 does not; does its word begin with one? ${ADVICE}`;
  }
}

/** Whether the newlines behind the first rows prove that the first is no phrase. */
function* isFirstRowProven(file: BinaryFile): Reading<boolean> {
  const { window, V, read, newlines, isClosed, suspects } = file;
  if (suspects[0]?.row !== 0 || newlines !== AFTER_ROWS) return false;
  if (read > 2) return true;
  if (read === 2) return isClosed;
  while (window.at === window.end && (yield* more(window)));
  return window.at === window.end ? V === 1 : yield* isRow(file, true);
}

/** Nothing but newlines is to follow the rows, or whole rows that are not wanted. */
function* checkEnd(file: BinaryFile, isLimited: boolean, isNewlineFirst: boolean, onNote?: OnNote): Reading<void> {
  const { window, partial, V, newlines, isClosed, error } = file;
  const count = yield* skipNewlines(window);
  if (window.at < window.end) {
    const size = window.size === undefined ? "more" : window.size - position(window);
    const what = `${size} bytes follow the ${V} rows that the header promised, from byte ${position(window)}`;
    const areRows = yield* isRow(file, false);
    if (!isLimited) {
      // Of the rest of a file that is no row, a limit would not be read either.
      const cause = areRows
        ? yield* trailingDataCause(window, partial.index.words, V)
        : noRowsCause(window, partial.table.D);
      throw error(`${what}${cause}`);
    }
    if (!areRows) {
      throw error(`${what}, and are no rows; has a word a space in it, or is the file damaged?`);
    }
    onNote?.(trailingDataNote(what));
  } else if (isNewlineFirst) {
    onNote?.({ kind: "newlines-before-rows", message: "the newline before each word was not taken for a part of it" });
  } else if (newlines === AFTER_ROWS && !isClosed) {
    const message = "the last row has no newline behind it, as the others have; it was read without";
    onNote?.({ kind: "newline-missing", message });
  } else if (count > 0 && newlines !== ANYWHERE) {
    const message = `${count === 1 ? "a newline follows" : `${count} newlines follow`} the last row; nothing was made of that`;
    onNote?.({ kind: "newlines-at-end", message, count });
  }
}

/** Why what follows all rows may be none, and what helps where it is too short for one. */
function noRowsCause(window: ByteWindow, D: number): string {
  const isShort = window.isLast && window.end - window.at < 2 + 4 * D;
  return isShort
    ? `, and are no row; without them the file can be read: head -c ${position(window)} FILE > OUT`
    : ", and are no rows; has a word a space in it, or is the file damaged?";
}

/** Whether a row follows, with its newline, if it is to have one. */
function* isRow({ window, partial, newlines }: BinaryFile, isToBeClosed: boolean): Reading<boolean> {
  const place: RowPlace = { start: 0, space: 0, next: 0, isClosed: false, isSuspect: false };
  for (;;) {
    const found = findRow(window, partial.table.D, newlines, true, place);
    if (found !== "more") return found === undefined && (place.isClosed || !isToBeClosed);
    if (!(yield* more(window))) return false;
  }
}
