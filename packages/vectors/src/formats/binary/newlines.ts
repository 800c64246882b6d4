import { type ByteWindow, more, position, type Reading } from "../../reading/byte-window.js";
import type { BinaryFile } from "./binary-file.js";

const NEWLINE = 0x0a;

/** One newline may stand before the first row: some files have them before their rows, not behind them. */
export function* hasNewlineFirst({ window, error }: BinaryFile): Reading<boolean> {
  const place = position(window);
  const count = yield* skipNewlines(window);
  if (count > 1) throw error(`${count} newlines stand before row 0, from byte ${place}; is the file damaged?`);
  return count === 1;
}

/** Skips newlines, and returns how many there were. */
export function* skipNewlines(window: ByteWindow): Reading<number> {
  let count = 0;
  do {
    for (; window.at < window.end && window.bytes[window.at] === NEWLINE; window.at++) count++;
  } while (window.at === window.end && (yield* more(window)));
  return count;
}
