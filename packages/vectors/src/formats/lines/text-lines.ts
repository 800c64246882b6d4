import { NEWLINE, RETURN, SPACE, TAB } from "../../decimals/text-numbers.js";
import { skipByteOrderMark } from "../../reading/byte-order-mark.js";
import { type ByteWindow, more, position, type Reading } from "../../reading/byte-window.js";
import { fromLatin1 } from "../../words/text-coding.js";

/** Of a line in a message. */
const LONGEST = 64;
/** Bytes of a line that are in memory at most: a word, and more numbers than anybody has. */
const LONGEST_LINE = 2 ** 26;

/**
 * Asks for the first whole lines of a file, behind its byte order mark; returns the position after the last of them.
 *
 * @throws Error for an empty file
 */
export function* firstLines(window: ByteWindow, error: (message: string) => Error): Reading<number> {
  yield* skipByteOrderMark(window);
  const end = yield* wholeLines(window, error);
  if (end < 0) throw error("the file is empty");
  return end;
}

/** The first line of a file, or as much of it as fits a message. */
export function firstLine(bytes: Uint8Array): string {
  const newline = bytes.subarray(0, LONGEST).indexOf(NEWLINE);
  return fromLatin1(bytes.subarray(0, newline < 0 ? LONGEST : newline));
}

/**
 * Asks until the window holds a whole line, and returns the position after its newline in `window.bytes`, or after
 * the last of several; −1 at the end of the file. A last line without a newline is given one.
 *
 * @throws Error if more than {@link LONGEST_LINE} bytes have no newline
 */
export function* wholeLines(window: ByteWindow, error: (message: string) => Error): Reading<number> {
  for (;;) {
    const newline = window.bytes.subarray(window.at, window.end).lastIndexOf(NEWLINE);
    if (newline >= 0) return window.at + newline + 1;
    if (window.end - window.at > LONGEST_LINE) {
      const most = LONGEST_LINE.toLocaleString("en");
      throw error(`the line at byte ${position(window)} is longer than ${most} bytes; is it a text without newlines?`);
    }
    if (yield* more(window)) continue;
    if (window.at === window.end) return -1;
    closeLastLine(window);
  }
}

/** Skips white space; whether that is all there is until the end of the file. Counts no lines. */
export function* isBlankToTheEnd(window: ByteWindow): Reading<boolean> {
  do {
    while (window.at < window.end && isBlank(window.bytes[window.at])) window.at++;
  } while (window.at === window.end && (yield* more(window)));
  return window.at === window.end;
}

/** Goes through the rest of the file, and returns how many lines of it have more than white space. */
export function* linesLeft(window: ByteWindow): Reading<number> {
  let lines = 0;
  let isBlankSoFar = true;
  do {
    const { bytes, end } = window;
    for (let { at } = window; at < end; at++) {
      if (bytes[at] === NEWLINE) isBlankSoFar = true;
      else if (isBlankSoFar && !isBlank(bytes[at])) {
        isBlankSoFar = false;
        lines++;
      }
    }
    window.at = end;
  } while (yield* more(window));
  return lines;
}

/** Rows that the file seems to have, by those that have been read; twice as many where its size is not known. */
export function rowsToReserve(window: ByteWindow, read: number): number {
  if (window.size === undefined || read === 0) return 2 * read;
  // A little more than that, for taking a large table anew costs more than what is too much of it.
  return Math.ceil((1.02 * window.size * read) / position(window));
}

export function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === RETURN || byte === NEWLINE;
}

function closeLastLine(window: ByteWindow): void {
  const line = window.bytes.subarray(window.at, window.end);
  const closed = new Uint8Array(line.length + 1);
  closed.set(line);
  closed[line.length] = NEWLINE;
  window.offset += window.at;
  window.bytes = closed;
  window.at = 0;
  window.end = closed.length;
}
