import { byteOrderMark } from "./byte-order-mark.js";
import type { Bytes } from "./byte-source.js";
import { checkOptions } from "./check-options.js";
import type { DecodeOptions } from "./decode-options.js";
import { encodableWord, refuseMark } from "./encodable-word.js";
import { fileError } from "./file-error.js";
import { givenBytes } from "./given-bytes.js";
import { joined } from "./joined.js";
import { quoted } from "./quoted.js";
import { toUtf8 } from "./text-coding.js";
import { wordsOfBytes } from "./word-bytes.js";

/** The words of a table whose file holds only numbers, row by row, and how often each occurred, where that is known. */
export interface WordList {
  readonly words: readonly string[];
  readonly counts?: ArrayLike<number>;
}

const NEWLINE = 0x0a;
/** A word, then a space or a tab, then how often it occurred. */
const COUNTED = /^(.+)[ \t](\d{1,15})$/s;

/**
 * The words in the bytes of a word list: one on each line, or all followed by a space or a tab and a count, as in
 * word2vec's vocabularies; or the Embedding Projector's `metadata.tsv`, whose columns, if there are several, have their
 * names in line 1. There the words are the column `word` or `label`, or else the first, the counts the column `count` or
 * `frequency`.
 *
 * @throws Error for an empty list or line, or lines that don't have the columns of line 1
 *
 * @example
 * decodeWordList(new TextEncoder().encode("the 61\nof 42\n")) // { words: ["the", "of"], counts: [61, 42] }
 */
export function decodeWordList(bytes: Bytes, options: Pick<DecodeOptions, "source"> = {}): WordList {
  checkOptions("decodeWordList", options, { source: true });
  const { source } = options;
  const error = fileError("decodeWordList", source);
  const lines = linesOf(givenBytes("decodeWordList", bytes));
  if (lines.length === 0) throw error("the list is empty");
  const empty = lines.indexOf("");
  if (empty >= 0) throw error(`line ${empty + 1} is empty, where a word should be`);
  const counted = countedLines(lines);
  if (counted !== undefined) return counted;
  return lines[0].includes("\t") ? namedColumns(lines, error) : { words: lines };
}

/**
 * The bytes of a word list: a line for each word and, where they are known, its count after a space, as word2vec.c
 * writes vocabularies.
 *
 * @throws RangeError for a word that would not come back: an empty one, one with a newline or a tab, one that ends in a
 * return, or words that all end like counts; and for a count that is no whole number
 */
export function encodeWordList(list: WordList): Uint8Array<ArrayBuffer> {
  return joined(wordListLines(list, " "));
}

/** The same as the Embedding Projector's metadata: a tab before the counts, and a line of names above both. */
export function encodeMetadata(list: WordList): Uint8Array<ArrayBuffer> {
  const lines = wordListLines(list, "\t");
  return joined(list.counts === undefined ? lines : [toUtf8("word\tcount\n"), ...lines]);
}

function wordListLines({ words, counts }: WordList, separator: string): Uint8Array[] {
  refuseMark("encodeWordList", words);
  if (counts === undefined && words.every((word) => COUNTED.test(word))) {
    throw new RangeError(
      `encodeWordList: every word ends like a count, as row 0, ${quoted(words[0])}; they would be read as such`,
    );
  }
  return words.flatMap((word, row) => {
    if (counts !== undefined && !(Number.isSafeInteger(counts[row]) && counts[row] >= 0)) {
      throw new RangeError(`encodeWordList: the count of row ${row} is ${counts[row]}; a count is a whole number`);
    }
    return [
      encodableWord("encodeWordList", word, row, "line"),
      toUtf8(counts === undefined ? "\n" : `${separator}${counts[row]}\n`),
    ];
  });
}

/** Lines without their ends; the returns of CRLF belong to these if each line that has an end has one. */
function linesOf(bytes: Uint8Array): string[] {
  const isEnded = bytes[bytes.length - 1] === NEWLINE;
  const text = bytes.subarray(byteOrderMark(bytes), bytes.length - (isEnded ? 1 : 0));
  if (text.length === 0) return [];
  const lines = wordsOfBytes(text, NEWLINE);
  const ended = isEnded ? lines : lines.slice(0, -1);
  const isCrlf = ended.length > 0 && ended.every((line) => line.endsWith("\r"));
  return isCrlf ? lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line)) : lines;
}

function countedLines(lines: readonly string[]): WordList | undefined {
  const words: string[] = [];
  const counts: number[] = [];
  for (const line of lines) {
    const [, word, count] = COUNTED.exec(line) ?? [];
    if (word === undefined) return undefined;
    words.push(word);
    counts.push(Number(count));
  }
  return { words, counts };
}

function namedColumns([header, ...lines]: readonly string[], error: (message: string) => Error): WordList {
  const names = header.toLowerCase().split("\t");
  if (lines.length === 0) throw error("line 1 has the names of columns, and no words follow");
  const rows = lines.map((line) => line.split("\t"));
  const short = rows.findIndex((row) => row.length !== names.length);
  if (short >= 0) {
    throw error(`line ${short + 2} has ${rows[short].length} columns, line 1 names ${names.length}`);
  }
  const column = Math.max(
    0,
    names.findIndex((name) => name === "word" || name === "label"),
  );
  const words = rows.map((row) => row[column]);
  const empty = words.indexOf("");
  if (empty >= 0) throw error(`line ${empty + 2} is without a word in column ${column + 1}`);
  const countColumn = names.findIndex((name) => name === "count" || name === "frequency");
  if (countColumn < 0) return { words };
  const bad = rows.findIndex((row) => !/^\d{1,15}$/.test(row[countColumn]));
  if (bad >= 0) throw error(`line ${bad + 2} counts ${quoted(rows[bad][countColumn])}; a count is a whole number`);
  return { words, counts: rows.map((row) => Number(row[countColumn])) };
}
