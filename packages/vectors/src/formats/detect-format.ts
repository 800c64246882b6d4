import type { Bytes } from "@wordloom/bytes";
import { givenBytes } from "../arguments/given-bytes.js";
import { isNumberLike, NEWLINE, RETURN, SPACE, TAB } from "../decimals/text-numbers.js";
import { foreignFormat, refuseContainers } from "../foreign/foreign-format.js";
import { numberList } from "../foreign/number-list.js";
import { fileError } from "../messages/file-error.js";
import { quoted } from "../messages/quoted.js";
import { byteOrderMark } from "../reading/byte-order-mark.js";
import { atLeast, type ByteWindow, finished, more, type Reading, wholeWindow } from "../reading/byte-window.js";
import { commonDimension } from "./glove/decode-glove.js";
import { columnsCause } from "./line-causes/columns-cause.js";
import { lineCause } from "./line-causes/line-cause.js";
import { someLines } from "./lines/line-fault.js";
import { firstLine, isBlank } from "./lines/text-lines.js";
import { type Header, headerOf } from "./lines/word2vec-header.js";
import { NPY_MAGIC } from "./npy/decode-npy.js";
import { isSafetensors } from "./safetensors/is-safetensors.js";
import { numbersOfLine } from "./tsv/decode-tsv.js";

/**
 * The forms of word vectors: word2vec's binary and text (also fastText's `.vec`), GloVe's text without a header,
 * NumPy's arrays, safetensors, and the Embedding Projector's tab-separated numbers.
 */
export type VectorsFormat = "binary" | "glove" | "npy" | "safetensors" | "text" | "tsv";

const COMMA = 0x2c;
const POINT = 0x2e;
/** A line longer than that is none. */
const LONGEST_LINE = 1 << 22;
/** So many are looked at where the first row tells nothing. */
const ROWS = 4;

/**
 * The format of a file, by its content.
 *
 * A word2vec file is text if its first row ends in `D` numbers, and binary if it has a byte that no text has; if
 * neither holds, it is binary exactly if rows of binary numbers fill it. Without a header, lines that end in a number
 * are GloVe's, and the projector's if they are nothing but numbers with tabs between them.
 *
 * @throws Error for a file of another format, or a list of words and counts, classes or ids, with its name if it is a
 * known one
 */
export function detectFormat(bytes: Bytes, { source }: { readonly source?: string } = {}): VectorsFormat {
  return finished(detectedFormat(wholeWindow(givenBytes("detectFormat", bytes)), source));
}

/** The same of a file of which the window shows the beginning; reads nothing. */
export function* detectedFormat(window: ByteWindow, source: string | undefined): Reading<VectorsFormat> {
  const error = fileError("decodeVectors", source);
  yield* atLeast(window, 64);
  const start = window.bytes.subarray(window.at, window.end);
  if (start.length === 0) throw error("the file is empty");
  if (NPY_MAGIC.every((byte, i) => start[i] === byte)) return "npy";
  if (isSafetensors(start)) return "safetensors";
  yield* refuseContainers(window, error);
  const list = yield* numberList(window);
  if (list !== undefined) throw error(`the file has ${list}`);
  const text = yield* firstLines(window);
  const header = headerOf(text);
  if (header !== undefined && !isPairOfNumbers(text, header)) {
    return isText(text, header, window.isLast) ? "text" : "binary";
  }
  const line = text.subarray(0, lineEnd(text, 0));
  const second = text.subarray(line.length + 1, lineEnd(text, line.length + 1));
  const isNumbers =
    numbersOfLine(line) > 0 && (second.length === 0 || numbersOfLine(second) > 0 || isBlankLine(second));
  if (!line.includes(SPACE) && isNumbers) return "tsv";
  const lines = someLines(window, window.at + byteOrderMark(start));
  if (endsInNumbers(line, 1) && commonDimension(text) > 0 && columnsCause(lines, { line: 1 }) === undefined)
    return "glove";
  const foreign = foreignFormat(window.bytes.subarray(window.at, window.end));
  if (foreign !== undefined) throw error(`the file is ${foreign}`);
  const cause = lineCause(lines, { line: 1 });
  if (cause !== undefined) throw error(`line 1 is ${quoted(firstLine(text))}; ${cause}`);
  throw error(
    `line 1 is ${quoted(firstLine(text))}; the formats that are known, ` +
      "word2vec's, GloVe's, .npy, safetensors and the projector's, start in other ways",
  );
}

/** What is in the window, with at least two lines, if they are not too long, and without a byte order mark. */
function* firstLines(window: ByteWindow): Reading<Uint8Array> {
  for (;;) {
    const start = window.bytes.subarray(window.at, window.end);
    const text = start.subarray(byteOrderMark(start));
    const second = lineEnd(text, 0) + 1;
    if (lineEnd(text, second) < text.length || text.length > LONGEST_LINE) return text;
    if (!(yield* more(window))) return text;
  }
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

/** Whether a line has so many numbers at its end, and a word before them, which is at least a byte and a space. */
function endsInNumbers(line: Uint8Array, D: number): boolean {
  let at = line.length;
  for (let count = 0; count < D; count++) {
    while (at > 0 && isBlank(line[at - 1])) at--;
    const end = at;
    while (at > 0 && !isBlank(line[at - 1])) at--;
    if (at === end || !isNumberLike(line, at, end)) return false;
  }
  return at >= 2;
}

function withPoint(byte: number): number {
  return byte === COMMA ? POINT : byte;
}

function isBlankLine(line: Uint8Array): boolean {
  return line.every(isBlank);
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

function lineEnd(bytes: Uint8Array, start: number): number {
  const newline = bytes.indexOf(NEWLINE, start);
  return newline < 0 ? bytes.length : newline;
}
