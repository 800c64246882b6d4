import type { ByteWindow } from "../../reading/byte-window.js";
import { bytesToTell, hasTextBeforeSpace } from "./phrase-shifts.js";

/** Where the newlines of a file are: the kernel has the same list. */
export const NO_NEWLINES = 0;
export const AFTER_ROWS = 1;
export const ANYWHERE = 2;
/** Not known before the first row is read. */
export const UNKNOWN = 3;

const SPACE = 0x20;
const NEWLINE = 0x0a;
/** A word that is longer is none; a file of other things may have no space for gigabytes. */
export const LONGEST_WORD: number = 1 << 20;

/** What is wrong with a row. */
export type RowFault = "newline in word" | "no newline" | "no word" | "long word";

/** A row in the window. */
export interface RowPlace {
  /** Of its word, of the space behind that, and of the row after it. */
  start: number;
  space: number;
  next: number;
  /** Whether a newline follows it, unless newlines are anywhere or nowhere. */
  isClosed: boolean;
  /** Whether its numbers may begin with the rest of its word. */
  isSuspect: boolean;
}

/**
 * Finds the next row in the window, by the newlines that the file has.
 *
 * @param isProof - whether a newline behind it, where all rows have one, is proof enough, as what follows will be read, too
 * @returns undefined for a row, which `row` then tells of; `"more"` where it takes more bytes, if there are any
 */
export function findRow(
  { bytes, at, end, isLast }: ByteWindow,
  D: number,
  newlines: number,
  isProof: boolean,
  row: RowPlace,
): RowFault | "more" | undefined {
  let start = at;
  if (newlines === ANYWHERE) while (start < end && bytes[start] === NEWLINE) start++;
  const longest = Math.min(end, start + LONGEST_WORD + 1);
  let space = start;
  while (space < longest && bytes[space] !== SPACE && (bytes[space] !== NEWLINE || newlines === ANYWHERE)) space++;
  row.start = start;
  row.space = space;
  row.next = space + 1 + 4 * D;
  row.isClosed = false;
  row.isSuspect = false;
  if (space < longest && bytes[space] === NEWLINE) return "newline in word";
  if (space - start > LONGEST_WORD) return "long word";
  if (row.next > end) return "more";
  if (space === start) return "no word";
  const mayBeClosed = newlines === AFTER_ROWS || newlines === UNKNOWN;
  if (mayBeClosed && row.next === end && !isLast) return "more";
  row.isClosed = mayBeClosed && row.next < end && bytes[row.next] === NEWLINE;
  const isAmiss = newlines === AFTER_ROWS && !row.isClosed && row.next < end;
  const isProven = newlines === AFTER_ROWS && isProof && !isAmiss;
  row.isSuspect = !isProven && hasTextBeforeSpace(bytes, space + 1, D);
  if (row.isSuspect && end - space - 1 < bytesToTell(D) && !isLast) return "more";
  if (row.isClosed) row.next++;
  return isAmiss ? "no newline" : undefined;
}
