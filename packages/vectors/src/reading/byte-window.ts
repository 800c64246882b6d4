import type { WordsForTable } from "../word-lists/table-words.js";

/** The part of a file that is in memory: a window that moves over it as it is read. */
export interface ByteWindow {
  /** Those not read yet are from `at` to `end`. */
  bytes: Uint8Array;
  at: number;
  end: number;
  /** Bytes in front that are somebody else's: of a table in whose memory the window is. */
  kept: number;
  /** Where in the file the first of `bytes` would be, if all of them were the file's. */
  offset: number;
  /** Whether the file ends at `end`. */
  isLast: boolean;
  /** Bytes of the file, where that is known before its end. */
  readonly size: number | undefined;
  /** Bytes that the file may well have: memory for them may be taken before they have been seen. */
  readonly likely: number;
}

/** What a reader asks for: more bytes, or the words of a file that has none. */
type Ask = "bytes" | WordsAsk;

/** Asks for the words of a file that has none. */
export interface WordsAsk {
  /** Where they are: in the projector's metadata, or in a list of words. */
  readonly from: "metadata" | "words";
  /** A remark on the file, for the error if they are not there. */
  readonly remark: string;
}

/**
 * The work of a reader, which stops wherever it asks for something, to go on when it is there. So one reader serves
 * both a file in memory and a stream.
 */
export type Reading<T> = Generator<Ask, T, WordsForTable | undefined>;

/** A file that is in memory as a whole. */
export function wholeWindow(bytes: Uint8Array): ByteWindow {
  return {
    bytes,
    at: 0,
    end: bytes.length,
    kept: 0,
    offset: 0,
    isLast: true,
    size: bytes.length,
    likely: bytes.length,
  };
}

/** A file of which nothing has been seen. */
export function emptyWindow(size: number | undefined, likely: number = size ?? 0): ByteWindow {
  return { bytes: new Uint8Array(0), at: 0, end: 0, kept: 0, offset: 0, isLast: false, size, likely };
}

/** Rows to make room for at once: all, if the file may well have the bytes that they take at least; else none. */
export function warrantedRows({ likely }: ByteWindow, rows: number, rowBytes: number): number {
  return rows * rowBytes <= likely ? rows : 0;
}

/** Asks for more bytes; false where the file has no more. */
export function* more(window: ByteWindow): Reading<boolean> {
  if (window.isLast) return false;
  yield "bytes";
  return true;
}

/** Asks until `size` unread bytes are there; false if the file has fewer. */
export function* atLeast(window: ByteWindow, size: number): Reading<boolean> {
  while (window.end - window.at < size) if (!(yield* more(window))) return false;
  return true;
}

/** The position in the file of the next byte to read. */
export function position(window: ByteWindow): number {
  return window.offset + window.at;
}

/** Makes room for more bytes at the end: in place of what has been read, or else in memory twice as large. */
export function makeRoom(window: ByteWindow, room: number): void {
  const { bytes, at, end, kept } = window;
  const unread = end - at;
  if (bytes.length - end >= room) return;
  if (bytes.length - kept - unread < room) {
    moveInto(window, new Uint8Array(2 * unread + room));
  } else {
    bytes.copyWithin(kept, at, end);
    window.offset += at - kept;
    window.at = kept;
    window.end = kept + unread;
  }
}

/** Moves the window, with its unread bytes, to other memory that has room for them. */
export function moveInto(window: ByteWindow, bytes: Uint8Array): void {
  const { at, end } = window;
  bytes.set(window.bytes.subarray(at, end));
  window.bytes = bytes;
  window.offset += at;
  window.at = 0;
  window.end = end - at;
  window.kept = 0;
}

/** What a reading of a file in memory comes to. */
export function finished<T>(reading: Reading<T>, words?: WordsForTable): T {
  let step = reading.next();
  while (step.done !== true) step = reading.next(words);
  return step.value;
}
