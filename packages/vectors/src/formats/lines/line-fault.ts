import { decimalFloat } from "../../decimals/decimal-float.js";
import { NEWLINE, SPACE } from "../../decimals/text-numbers.js";
import { quoted } from "../../messages/quoted.js";
import type { ByteWindow } from "../../reading/byte-window.js";
import { wordOfBytes } from "../../words/word-bytes.js";
import { isNumber, tokensOf, trailingNumbers } from "../line-causes/cells.js";
import type { ExpectedRows } from "../line-causes/expected-rows.js";
import { lineCause } from "../line-causes/line-cause.js";
import { isBlank } from "./text-lines.js";

/** Bytes that tell what is wrong, of a line that can't be read and of those after it. */
const LOOKED_AT = 1 << 16;
const LINES = 8;

/** The row that a line should be. */
interface ExpectedRow extends ExpectedRows {
  readonly D: number;
  /** Where `D` is known from. */
  readonly promise: string;
  /** Rows before it. */
  readonly read: number;
}

/** What is wrong with a line that starts at a place of the window, and what may have caused it, behind `line N`. */
export function lineFault(window: ByteWindow, start: number, row: ExpectedRow): string {
  const { bytes, end } = window;
  const newline = bytes.indexOf(NEWLINE, start);
  const fault = faultOf(bytes, start, newline, row);
  const cause = lineCause(someLines(window, start), row);
  if (cause !== undefined) return `${fault.text}; ${cause}`;
  if (fault.isShort && window.isLast && newline + 1 >= end && row.read > 0) {
    return `${fault.text}; was the file cut off? { limit: ${row.read} } reads what is before`;
  }
  return fault.cause === undefined ? fault.text : `${fault.text}; ${fault.cause}`;
}

/**
 * Why a line is empty, if the line after it tells: the last clause of an error, or nothing. The window is at the first byte that
 * is not white space.
 */
export function emptyLineCause(window: ByteWindow, D: number): string {
  const [next = ""] = someLines(window, window.at);
  const tokens = tokensOf(next);
  const hasNoWord = tokens.length === D && trailingNumbers(tokens) === D;
  return hasNoWord ? `; what follows are ${D} numbers and no word: is their word a newline? Text can't hold that` : "";
}

/** Some whole lines from a place on, without their ends. */
export function someLines({ bytes, end, isLast }: ByteWindow, start: number): string[] {
  const stop = Math.min(end, start + LOOKED_AT);
  const lines = wordOfBytes(bytes.subarray(start, stop)).split("\n");
  // Behind the last newline is nothing, or a line that goes on.
  const isWhole = isLast && stop === end && lines.at(-1) !== "";
  return (isWhole || lines.length === 1 ? lines : lines.slice(0, -1))
    .slice(0, LINES)
    .map((line) => line.replace(/\r$/, ""));
}

interface Fault {
  readonly text: string;
  readonly cause?: string;
  /** Whether the line has too little, as one that was cut off. */
  readonly isShort?: true;
}

function faultOf(bytes: Uint8Array, start: number, newline: number, { D, promise }: ExpectedRow): Fault {
  if (bytes[start] === SPACE) return { text: " starts with a space, where its word should be" };
  const space = bytes.indexOf(SPACE, start);
  if (space < 0 || space > newline) return { text: ` has a word and no numbers, ${promise} ${D}`, isShort: true };
  let count = 0;
  for (let at = space; ; count++) {
    while (at < newline && isBlank(bytes[at])) at++;
    if (at === newline) return { text: ` has ${count} numbers, ${promise} ${D}`, ...(count < D && { isShort: true }) };
    const from = at;
    while (!isBlank(bytes[at])) at++;
    if (count < D && !Number.isFinite(decimalFloat(bytes, from, at))) {
      const text = wordOfBytes(bytes.subarray(from, Math.min(at, from + 40)));
      return { text: `, number ${count + 1} is ${quoted(text)}, not a finite number`, cause: likelyCause(count, text) };
    }
  }
}

function likelyCause(column: number, text: string): string {
  if (isNumber(text)) return "did training diverge, or is the number too large for f32?";
  if (/^[-+]?(nan|inf|\d)/i.test(text)) return "did training diverge, or is it written in another way?";
  return column === 0 ? "has the word a space in it?" : "is the line damaged?";
}
