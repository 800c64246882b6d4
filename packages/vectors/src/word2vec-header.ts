import { quoted } from "./quoted.js";
import { fromLatin1 } from "./text-coding.js";

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
 * Reads the header, and holds its claim against the bytes that follow before anybody allocates by it.
 *
 * @param smallestRow - bytes that a row of `D` numbers takes at least
 * @throws Error for an empty file, another first line, or a promise that the file is too short for
 */
export function word2vecHeader(
  bytes: Uint8Array,
  smallestRow: (D: number) => number,
  error: (message: string) => Error,
): Header {
  if (bytes.length === 0) throw error("the file is empty");
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) throw error("the file is compressed with gzip; unpack it first");
  const newline = bytes.subarray(0, LONGEST).indexOf(NEWLINE);
  const line = fromLatin1(bytes.subarray(0, newline < 0 ? LONGEST : newline));
  const [, words, dimension] = /^[ \t]*(\d{1,15})[ \t]+(\d{1,15})\s*$/.exec(line) ?? [];
  if (newline < 0 || words === undefined || dimension === undefined) {
    throw error(
      `line 1 is ${quoted(line)}, not a header of two numbers, words and dimension; ` +
        "is it another format, such as GloVe's, which has no header?",
    );
  }
  const header = { V: Number(words), D: Number(dimension), length: newline + 1 };
  const { V, D, length } = header;
  if (V === 0 || D === 0) throw error(`the header promises a table of ${V} × ${D} numbers; there is nothing to read`);
  const least = length + V * smallestRow(D);
  if (bytes.length < least) {
    throw error(
      `the header promises a table of ${V} × ${D} numbers, at least ${least} bytes; ` +
        `the file has ${bytes.length}; was it cut off?`,
    );
  }
  return header;
}

/** Messages of one reader about one file. */
export function fileError(reader: string, source: string | undefined): (message: string) => Error {
  return (message) => new Error(`${reader}: ${message}${source === undefined ? "" : ` (${source})`}`);
}
