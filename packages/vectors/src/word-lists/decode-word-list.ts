import { checkOptions, fileError } from "@wordloom/arguments";
import type { Bytes } from "@wordloom/bytes";
import { checkFlag } from "../arguments/check-flag.js";
import { checkWhole } from "../arguments/check-whole.js";
import { readingNames } from "../arguments/gensim-names.js";
import { givenBytes } from "../arguments/given-bytes.js";
import { CONTAINER_START, containerFormat } from "../foreign/container-format.js";
import { RETURNS } from "../formats/line-causes/returns-cause.js";
import { byteOrderMark } from "../reading/byte-order-mark.js";
import { wordsOfBytes } from "../words/word-bytes.js";
import { wordsOfLines } from "./list-columns.js";
import { numbersOfVectors } from "./list-lines.js";
import type { WordList, WordListOptions } from "./word-list.js";

const NEWLINE = 0x0a;

/**
 * Reads a list of words: one on each line, or each followed by a space or a tab and a count, as in word2vec's
 * vocabularies; or the Embedding Projector's `metadata.tsv`. If that has several columns, line 1 has their names; the
 * words are in the column `word` or `label`, or another usual name, or else in the first, and the counts in `count` or
 * `frequency`.
 *
 * Where a list can be read in two ways, a note says which was taken, and the options choose the other. Numbers that are
 * 0, 1, 2 … or 1, 2, 3 … are those of the rows, not words or counts. If such numbers come in another order and do not
 * fall as counts do, the list is refused. Beside words that are whole numbers, whole numbers are counts if they fall.
 * If the table has as many rows as the list has lines, line 1 of several columns has no names, unless one is a usual
 * name or a column is numbers everywhere else.
 *
 * @throws Error if the list or a line is empty, numbers of rows are in another order, a line does not have the columns
 * of line 1, or the bytes are something else: a container, lines of a word and numbers, columns with commas between
 * them
 * @throws TypeError if `list` is not bytes in memory, or an option does not exist
 * @throws RangeError if `rows` or `column` is not a whole number in its range
 *
 * @example
 * decodeWordList(new TextEncoder().encode("the 61\nof 42\n")) // { words: ["the", "of"], counts: [61, 42] }
 */
export function decodeWordList(list: Bytes, options: WordListOptions = {}): WordList {
  checkOptions(
    "decodeWordList",
    options,
    { source: true, onNote: true, rows: true, header: true, column: true },
    readingNames,
  );
  const { source, column, ...rest } = options;
  const error = fileError("decodeWordList", source);
  if (column !== undefined && column !== "line") checkWhole("decodeWordList", "column", column, 1);
  if (rest.rows !== undefined) checkWhole("decodeWordList", "rows", rest.rows, 0);
  if (rest.header !== undefined) checkFlag("decodeWordList", "header", rest.header);
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
 * Lines without their ends, and without the empty ones behind the last word; the returns of CRLF belong to these if
 * each line that has an end has one.
 */
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
