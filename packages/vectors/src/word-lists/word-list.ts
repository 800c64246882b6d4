import type { Bytes } from "@wordloom/bytes";
import { checkOptions } from "../arguments/check-options.js";
import { checkWhole } from "../arguments/check-whole.js";
import { givenBytes } from "../arguments/given-bytes.js";
import { isList, requireArgument } from "../arguments/require-argument.js";
import { CONTAINER_START, containerFormat } from "../foreign/container-format.js";
import { RETURNS } from "../formats/line-causes/returns-cause.js";
import { fileError } from "../messages/file-error.js";
import { quoted } from "../messages/quoted.js";
import { byteOrderMark } from "../reading/byte-order-mark.js";
import type { DecodeOptions } from "../reading/decode-options.js";
import { joined } from "../tables/joined.js";
import { encodableWord, refuseStart } from "../words/encodable-word.js";
import { toUtf8 } from "../words/text-coding.js";
import { wordsOfBytes } from "../words/word-bytes.js";
import { wordsOfLines } from "./list-columns.js";
import { listCommas } from "./list-commas.js";
import { countedLines, meaningOfNumbers, numberedLines, numbersOfVectors, shuffledNumbers } from "./list-lines.js";

/** The words of a table whose file holds only numbers, row by row, and how often each occurred, where that is known. */
export interface WordList {
  readonly words: readonly string[];
  readonly counts?: ArrayLike<number>;
}

const NEWLINE = 0x0a;

/** How a list is read; without any of it, as its lines say. */
export interface WordListOptions extends Pick<DecodeOptions, "source" | "onNote"> {
  /** Rows of the table, where they are known: they can prove whether line 1 has the names of columns. */
  readonly rows?: number;
  /** Whether line 1 has the names of columns. */
  readonly header?: boolean;
  /** Which column has the words, the first being 1; or `"line"` if each line is a word, with all that is in it. */
  readonly column?: number | "line";
}

/**
 * The words in the bytes of a word list: one on each line, or all followed by a space or a tab and a count, as in
 * word2vec's vocabularies; or the Embedding Projector's `metadata.tsv`, whose columns, if there are several, have their
 * names in line 1. There the words are the column `word` or `label`, or another that is called like that, or else the
 * first; the counts the column `count` or `frequency`.
 *
 * What can be read in two ways is read as follows, with a note, and otherwise if the options say so. Numbers that are
 * 0, 1, 2 … or 1, 2, 3 … are those of the rows, not words or counts; in another order, if they don't fall as counts do, they
 * are refused. Beside words that are whole numbers, whole numbers
 * are counts if they fall. Where a table has as many rows as the list has lines, line 1 of several columns has no names
 * in it, unless it has some that are usual, or a column is numbers but there.
 *
 * @throws Error for an empty list or line, numbers of rows in another order, lines that don't have the columns of line 1, or what is no list: a container,
 * lines of a word and numbers, or of columns with commas between them
 *
 * @example
 * decodeWordList(new TextEncoder().encode("the 61\nof 42\n")) // { words: ["the", "of"], counts: [61, 42] }
 */
export function decodeWordList(list: Bytes, options: WordListOptions = {}): WordList {
  checkOptions("decodeWordList", options, { source: true, onNote: true, rows: true, header: true, column: true });
  const { source, column, ...rest } = options;
  const error = fileError("decodeWordList", source);
  if (column !== undefined && column !== "line") checkWhole("decodeWordList", "column", column, 1);
  const bytes = givenBytes("decodeWordList", list);
  const container = containerFormat(bytes.subarray(0, CONTAINER_START));
  if (container !== undefined) throw error(`the list is ${container}`);
  const lines = linesOf(bytes);
  if (lines.length === 0) throw error("the list is empty");
  if (!bytes.includes(NEWLINE) && /\r[^\r]/.test(lines[0])) throw error(`the list has ${RETURNS}`);
  const empty = lines.indexOf("");
  if (empty >= 0) throw error(`line ${empty + 1} is empty, where a word should be`);
  const numbers = numbersOfVectors(lines);
  if (numbers > 0) {
    throw error(
      `its lines are a word and ${numbers} numbers, as vectors have them; a list has words, or words and counts`,
    );
  }
  return wordsOfLines(lines, { ...rest, ...(column !== undefined && { column }), error });
}

/**
 * The bytes of a word list: a line for each word and, where they are known, its count after a space, as word2vec.c
 * writes vocabularies.
 *
 * @throws RangeError for a word that would not come back: an empty one, one with a newline or a tab, one that ends in a
 * return, or words that all end like counts, begin with the numbers of the rows or have the same number of commas; and for a count that is no whole number
 */
export function encodeWordList(list: WordList): Uint8Array<ArrayBuffer> {
  requireList("encodeWordList", list);
  const { words, counts } = list;
  const isPlain = counts === undefined || meaningOfNumbers(words, Array.from(counts)) === "counts";
  // Numbers that could be something else than counts are called by their name.
  return isPlain ? joined(wordListLines(list, " ")) : encodeMetadata(list);
}

/** The same as the Embedding Projector's metadata: a tab before the counts, and a line of names above both. */
export function encodeMetadata(list: WordList): Uint8Array<ArrayBuffer> {
  requireList("encodeMetadata", list);
  const lines = wordListLines(list, "\t");
  return joined(list.counts === undefined ? lines : [toUtf8("word\tcount\n"), ...lines]);
}

function requireList(caller: string, list: WordList): void {
  const right = 'it is vectors, or { words: ["a", "b"] } with counts or without';
  requireArgument(caller, isList(Object(list).words), "the list is", list, right);
}

function wordListLines({ words, counts }: WordList, separator: string): Uint8Array[] {
  if (counts === undefined && countedLines(words) !== undefined) {
    throw new RangeError(
      `encodeWordList: every word ends like a count, as row 0, ${quoted(words[0])}; they would be read as such`,
    );
  }
  if (counts === undefined && (numberedLines(words) ?? shuffledNumbers(words)) !== undefined) {
    throw new RangeError(
      `encodeWordList: every word begins with the number of its row, as row 0, ${quoted(words[0])}; that would not be taken for a part of the word`,
    );
  }
  if (counts === undefined && listCommas(words) !== undefined) {
    throw new RangeError(
      `encodeWordList: every word has as many commas as row 0, ${quoted(words[0])}; they would be taken for columns`,
    );
  }
  const lines = words.flatMap((word, row) => {
    if (counts !== undefined && !(Number.isSafeInteger(counts[row]) && counts[row] >= 0)) {
      throw new RangeError(`encodeWordList: the count of row ${row} is ${counts[row]}; a count is a whole number`);
    }
    return [
      encodableWord("encodeWordList", word, row, "line"),
      toUtf8(counts === undefined ? "\n" : `${separator}${counts[row]}\n`),
    ];
  });
  if (words.length > 0) refuseStart("encodeWordList", words[0], joined(lines.slice(0, CONTAINER_START)));
  return lines;
}

/** Lines without their ends, and without the empty ones behind the last word; the returns of CRLF belong to these if each line that has an end has one. */
function linesOf(bytes: Uint8Array): string[] {
  const isEnded = bytes[bytes.length - 1] === NEWLINE;
  const text = bytes.subarray(byteOrderMark(bytes), bytes.length - (isEnded ? 1 : 0));
  if (text.length === 0) return [];
  const lines = wordsOfBytes(text, NEWLINE);
  const ended = isEnded ? lines : lines.slice(0, -1);
  const isCrlf = ended.length > 0 && ended.every((line) => line.endsWith("\r"));
  const plain = isCrlf ? lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line)) : lines;
  return plain.slice(0, plain.findLastIndex((line) => line !== "") + 1);
}
