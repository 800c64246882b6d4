import { readFloats } from "../../tables/float-bytes.js";
import { reserve } from "../../tables/float-table.js";
import { addWord, isBatchFull, nextRow } from "../../tables/partial-vectors.js";
import { writeNorms } from "../../vectors/row-norms.js";
import type { BinaryFile } from "./binary-file.js";
import { AFTER_ROWS, findRow, NO_NEWLINES, type RowPlace, UNKNOWN } from "./find-row.js";
import { bytesToTell, phraseShifts } from "./phrase-shifts.js";
import { rowComplaint } from "./row-errors.js";

const NEWLINE = 0x0a;

/**
 * Reads rows without the kernel: those that are in the window as a whole, or a batch of them, up to a faulty one.
 *
 * @returns what is wrong with that
 */
export function readBatch(file: BinaryFile): string | undefined {
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
      message = rowComplaint(found, at, bytes.subarray(start, space), file);
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
