import { NEWLINE } from "../../decimals/text-numbers.js";
import { byteOrderMark } from "../../reading/byte-order-mark.js";
import { atLeast, type ByteWindow, type Reading } from "../../reading/byte-window.js";
import { fromLatin1 } from "../../words/text-coding.js";
import { hasReturnsForNewlines, RETURNS } from "../line-causes/returns-cause.js";

/** Bytes that are looked at, so that it does not depend on how many have arrived. */
const START = 1 << 12;
const LONG_START = 1 << 16;

/**
 * Looks for a text whose lines end in carriage returns: it would be one line, and all of it but the last numbers one word.
 *
 * @throws Error for such a text, with the way out
 */
export function* refuseReturns(window: ByteWindow, error: (message: string) => Error): Reading<void> {
  yield* atLeast(window, START);
  let start = startOf(window, START);
  if (!start.includes(NEWLINE)) {
    yield* atLeast(window, LONG_START);
    start = startOf(window, LONG_START);
  }
  const newline = start.indexOf(NEWLINE);
  const line = start.subarray(byteOrderMark(start), newline < 0 ? start.length : newline);
  if (hasReturnsForNewlines(fromLatin1(line))) throw error(`the file has ${RETURNS}`);
}

function startOf({ bytes, at, end }: ByteWindow, size: number): Uint8Array {
  return bytes.subarray(at, Math.min(end, at + size));
}
