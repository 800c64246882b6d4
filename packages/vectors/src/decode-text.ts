import { decimalNumber } from "./decimal-number.js";
import type { DecodeOptions } from "./decode-binary.js";
import { quoted } from "./quoted.js";
import { rowNorms } from "./row-norms.js";
import { fromLatin1 } from "./text-coding.js";
import { wordOfBytes } from "./word-bytes.js";
import type { WordVectors } from "./word-vectors.js";
import { fileError, word2vecHeader } from "./word2vec-header.js";

const TAB = 0x09;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;

/**
 * Word vectors from the bytes of a word2vec text file: a line `V D`, then for each word a line with the word and
 * `D` decimal numbers, separated by spaces. word2vec.c puts a space at the end of a line, gensim none; both are
 * read, as are CRLF line ends and fastText's `.vec`.
 *
 * A number becomes the f32 nearest to the f64 nearest to it. A word is what precedes the first space of its line,
 * byte for byte; bytes that are not UTF-8 become lone surrogates.
 *
 * @throws Error for a file that is malformed, cut off or too long, a word that comes twice, or a number that is
 * NaN or infinite as f32; with the line
 */
export function decodeText(bytes: Uint8Array, { source }: DecodeOptions = {}): WordVectors {
  const error = fileError("decodeText", source);
  const { V, D, length } = word2vecHeader(bytes, (D) => 1 + 2 * D, error);
  const words: string[] = [];
  const idOf = new Map<string, number>();
  const data = new Float32Array(V * D);

  let start = length;
  for (let row = 0; row < V; row++) {
    const line = row + 2;
    if (start >= bytes.length) throw error(`the file ends after ${row} of ${V} rows; was it cut off?`);
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    const space = bytes.indexOf(SPACE, start);
    if (space < 0 || space >= end) throw error(`line ${line} has a word and no numbers, the header promised ${D}`);
    if (space === start) throw error(`line ${line} starts with a space, where its word should be`);
    const word = wordOfBytes(bytes.subarray(start, space));
    const first = idOf.get(word);
    if (first !== undefined) throw error(`line ${line} has the word ${quoted(word)} of line ${first + 2}`);
    idOf.set(word, row);
    words.push(word);
    const count = readNumbers(data, row * D, D, bytes, space, end, (column, text) =>
      error(`line ${line}, number ${column + 1} is ${quoted(text)}, not a finite number; ${likelyCause(column, text)}`),
    );
    if (count !== D) throw error(`line ${line} has ${count} numbers, the header promised ${D}`);
    start = end + 1;
  }
  while (start < bytes.length && isSpace(bytes[start])) start++;
  if (start < bytes.length) throw error(`line ${V + 2} is one too many, the header promised ${V} rows`);
  return { words, dimension: D, data, idOf, norms: rowNorms(data, D) };
}

/** Writes at most `D` numbers to `out`, and returns how many there are. */
function readNumbers(
  out: Float32Array,
  offset: number,
  D: number,
  bytes: Uint8Array,
  start: number,
  end: number,
  error: (column: number, text: string) => Error,
): number {
  let count = 0;
  for (let at = start; ; count++) {
    while (at < end && isSpace(bytes[at])) at++;
    if (at === end) return count;
    const from = at;
    while (at < end && !isSpace(bytes[at])) at++;
    if (count >= D) continue;
    const number = Math.fround(decimalNumber(bytes, from, at));
    if (!Number.isFinite(number)) throw error(count, fromLatin1(bytes.subarray(from, Math.min(at, from + 40))));
    out[offset + count] = number;
  }
}

function likelyCause(column: number, text: string): string {
  if (/^[-+]?(nan|inf|\d)/i.test(text)) return "did training diverge, or is it written in another way?";
  return column === 0 ? "has the word a space in it?" : "is the line damaged?";
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === RETURN || byte === NEWLINE;
}
