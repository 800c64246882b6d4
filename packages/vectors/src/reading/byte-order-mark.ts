import { atLeast, type ByteWindow, type Reading } from "./byte-window.js";

export function* skipByteOrderMark(window: ByteWindow): Reading<void> {
  yield* atLeast(window, 4);
  window.at += byteOrderMark(window.bytes.subarray(window.at, window.end));
}

/** Bytes of the U+FEFF that some programs put before a text; where a space follows, it is a word. */
export function byteOrderMark(bytes: Uint8Array): number {
  const isMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMark && bytes[3] !== 0x20 ? 3 : 0;
}
