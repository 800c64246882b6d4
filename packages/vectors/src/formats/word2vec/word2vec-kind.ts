import { NEWLINE, RETURN, SPACE, TAB } from "../../decimals/text-numbers.js";
import type { FirstLines } from "../format.js";
import { endsInNumbers, lineEnd } from "../lines/line-at.js";
import { numbersOfLine } from "../tsv/numbers-of-line.js";
import { type Header, headerOf } from "./word2vec-header.js";

const COMMA = 0x2c;
const POINT = 0x2e;
/** Rows to look at, where the first tells nothing. */
const ROWS = 4;

/**
 * Which of word2vec's two formats a file has, if it begins with a header: text if its first row ends in `D` numbers, and binary
 * if it has a byte that no text has; if neither holds, it is binary exactly if rows of binary numbers fill it.
 */
export function word2vecKind({ bytes, isWhole }: FirstLines): "binary" | "text" | undefined {
  const header = headerOf(bytes);
  if (header === undefined || isPairOfNumbers(bytes, header)) return undefined;
  return isText(bytes, header, isWhole) ? "text" : "binary";
}

/** Whether what reads like a header is two numbers of the projector, as is the line after it, if there is one. */
function isPairOfNumbers(text: Uint8Array, { length }: Header): boolean {
  const second = text.subarray(length, lineEnd(text, length));
  if (!text.subarray(0, length).includes(TAB) || second.includes(SPACE)) return false;
  return second.length === 0 || numbersOfLine(second) === 2;
}

function isText(text: Uint8Array, { V, D, length }: Header, isWhole: boolean): boolean {
  let start = length;
  while (text[start] === NEWLINE) start++;
  const row = text.subarray(start, lineEnd(text, start));
  // Numbers with decimal commas are text, too, if by chance they fill the file as binary ones.
  if (endsInNumbers(row, D) || endsInNumbers(row.map(withPoint), D)) return true;
  if (D > 1 && !row.includes(0) && someRowEndsInNumbers(text, start, D)) return true;
  const space = row.indexOf(SPACE);
  if (space < 0) return !isWhole || text.indexOf(SPACE, length) < 0 || !isFilledByRows(text, length, V, D);
  if (!row.subarray(space).every(isPrintable)) return false;
  return isWhole ? !isFilledByRows(text, length, V, D) : !text.includes(0);
}

/** Whether one of the first lines is a row of text, though the first is none, as where a word has a newline in it. */
function someRowEndsInNumbers(text: Uint8Array, start: number, D: number): boolean {
  for (let line = 0, at = start; line < ROWS && at < text.length; line++) {
    const end = lineEnd(text, at);
    if (endsInNumbers(text.subarray(at, end), D)) return true;
    at = end + 1;
  }
  return false;
}

function withPoint(byte: number): number {
  return byte === COMMA ? POINT : byte;
}

/** ASCII that isn't a control character, or the tab and the return of a line. */
function isPrintable(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === TAB || byte === RETURN;
}

function isFilledByRows(bytes: Uint8Array, start: number, V: number, D: number): boolean {
  let at = start;
  for (let row = 0; row < V; row++) {
    const space = bytes.indexOf(SPACE, at);
    if (space < 0) return false;
    at = space + 1 + 4 * D;
    while (bytes[at] === NEWLINE) at++;
  }
  return at === bytes.length;
}
