import { foreignFormat } from "../../foreign/foreign-format.js";
import { quoted } from "../../messages/quoted.js";
import { skipByteOrderMark } from "../../reading/byte-order-mark.js";
import { atLeast, type ByteWindow, type Reading } from "../../reading/byte-window.js";
import { fromLatin1 } from "../../words/text-coding.js";
import { firstLine } from "../lines/text-lines.js";

/** The first line of a word2vec file, text or binary: `V D\n`. */
export interface Header {
  readonly V: number;
  readonly D: number;
  /** Bytes of the line, its newline included. */
  readonly length: number;
}

const LONGEST = 64;
const NEWLINE = 0x0a;

/**
 * Reads the header. Its promise may be false: nobody is to allocate by it more than the bytes of the file warrant.
 *
 * @throws Error for an empty file, another first line, or a table without rows or numbers
 */
export function* word2vecHeader(window: ByteWindow, error: (message: string) => Error): Reading<Header> {
  yield* skipByteOrderMark(window);
  yield* atLeast(window, LONGEST);
  if (window.at === window.end) throw error("the file is empty");
  const start = window.bytes.subarray(window.at, window.end);
  const header = headerOf(start);
  if (header === undefined) {
    const foreign = foreignFormat(start);
    if (foreign !== undefined) throw error(`the file is ${foreign}`);
    throw error(
      `line 1 is ${quoted(firstLine(start))}, not a header of two numbers, words and dimension; is it another format?`,
    );
  }
  const { V, D, length } = header;
  if (V === 0 || D === 0) throw error(`the header promises a table of ${V} × ${D} numbers; there is nothing to read`);
  window.at += length;
  return header;
}

/** The header that a file starts with, if it does. */
export function headerOf(bytes: Uint8Array): Header | undefined {
  const newline = bytes.subarray(0, LONGEST).indexOf(NEWLINE);
  if (newline < 0) return undefined;
  const [, words, dimension] =
    /^[ \t]*(\d{1,15})[ \t]+(\d{1,15})\s*$/.exec(fromLatin1(bytes.subarray(0, newline))) ?? [];
  if (words === undefined || dimension === undefined) return undefined;
  return { V: Number(words), D: Number(dimension), length: newline + 1 };
}
