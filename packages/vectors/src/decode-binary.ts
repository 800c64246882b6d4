import { readBinaryRows } from "./binary-rows.js";
import type { Bytes } from "./byte-source.js";
import { type ByteWindow, finished, more, position, type Reading, warrantedRows, wholeWindow } from "./byte-window.js";
import { checkChoice } from "./check-choice.js";
import { checkOptions } from "./check-options.js";
import { type DecodeOptions, rowLimit } from "./decode-options.js";
import { fileError } from "./file-error.js";
import { readFloats } from "./float-bytes.js";
import { floatTable, readInPlace, reserve } from "./float-table.js";
import { readingNames } from "./gensim-names.js";
import { givenBytes } from "./given-bytes.js";
import { addWord, commit, isBatch, type KeyedRows, keyedRows, keyedVectors, nextRow } from "./keyed-rows.js";
import { quoted } from "./quoted.js";
import { writeNorms } from "./row-norms.js";
import { bytesOfWord } from "./word-bytes.js";
import type { WordVectors } from "./word-vectors.js";
import { word2vecHeader } from "./word2vec-header.js";

const SPACE = 0x20;
const NEWLINE = 0x0a;

/**
 * Word vectors from the bytes of a word2vec binary file: `V D\n`, then for each word its bytes, a space, and `D`
 * little-endian f32 numbers, followed by a newline (word2vec.c) or by none (gensim).
 *
 * Numbers keep their bits and words their bytes, those that are not UTF-8 as lone surrogates.
 *
 * @throws Error for a file that is malformed, cut off or too long, a word that comes twice, or a number that is
 * NaN or infinite; with the row and the byte where it was found
 * @see https://github.com/tmikolov/word2vec, `word2vec.c`, the end of `TrainModel`
 */
export function decodeBinary(bytes: Bytes, options: DecodeOptions = {}): WordVectors {
  checkOptions("decodeBinary", options, { source: true, limit: true, duplicates: true, onNote: true }, readingNames);
  checkChoice("decodeBinary", "duplicates", options.duplicates ?? "refuse", ["refuse", "skip"]);
  return finished(binaryReading(wholeWindow(givenBytes("decodeBinary", bytes)), options));
}

export function* binaryReading(
  window: ByteWindow,
  { source, limit, duplicates = "refuse", onNote }: DecodeOptions,
): Reading<WordVectors> {
  const error = fileError("decodeBinary", source);
  const most = rowLimit("decodeBinary", limit);
  const { V, D } = yield* word2vecHeader(window, most, (D) => 2 + 4 * D, error);
  const wanted = Math.min(V, most);
  const table = floatTable(D, wanted, warrantedRows(window, wanted, 2 + 4 * D), error);
  yield* readInPlace(window, table);
  const rows = keyedRows(table, SPACE);
  const errors = {
    duplicate: (place: number, row: number, word: string, first: number) =>
      error(`row ${row}, at byte ${place}, has the word ${quoted(word)} of row ${first}`),
    notFinite: (place: number, row: number, word: string, column: number, number: number) => {
      const at = place + (bytesOfWord(word)?.length ?? 0) + 1 + 4 * column;
      return error(
        `number ${column} of row ${row}, ${quoted(word)}, at byte ${at}, is ${number}; is the file damaged?`,
      );
    },
  };
  let read = 0;
  while (read < wanted) {
    const before = read;
    read += readBinaryRows(window, rows, wanted - read, error);
    if (read > before) {
      commit(rows, duplicates, { duplicate: errors.duplicate });
      continue;
    }
    read = readBatch(window, rows, wanted, read, error);
    commit(rows, duplicates, errors);
    if (read === before && !(yield* more(window))) {
      throw error(
        `the file ends inside row ${read} of ${V}, which starts at byte ${position(window)}; was it cut off?`,
      );
    }
  }
  if (wanted < V) return keyedVectors(rows, onNote);
  do {
    while (window.at < window.end && window.bytes[window.at] === NEWLINE) window.at++;
  } while (window.at === window.end && (yield* more(window)));
  if (window.at < window.end) {
    const size = window.size === undefined ? "more" : window.size - position(window);
    throw error(`${size} bytes follow the ${V} rows that the header promised, from byte ${position(window)}`);
  }
  return keyedVectors(rows, onNote);
}

/** The same without the kernel: reads the rows that are in the window as a whole, or a batch of them. */
function readBatch(
  window: ByteWindow,
  rows: KeyedRows,
  wanted: number,
  before: number,
  error: (message: string) => Error,
): number {
  const { bytes, end } = window;
  const { table } = rows;
  const { D } = table;
  const first = nextRow(rows);
  let read = before;
  while (read < wanted && !isBatch(rows)) {
    // The newline after a row is taken for the start of the next, so that both dialects read alike.
    while (window.at < end && bytes[window.at] === NEWLINE) window.at++;
    const start = window.at;
    let space = start;
    while (space < end && bytes[space] !== SPACE) space++;
    if (end - space - 1 < 4 * D) break;
    const place = window.offset + start;
    if (space === start) throw error(`row ${read}, at byte ${place}, has no word; is the dimension ${D} right?`);
    const row = nextRow(rows);
    reserve(table, row, 2 * row, error);
    // The word first: where the window is in the memory of the table, the numbers may take its place.
    addWord(rows, bytes, start, space, place);
    readFloats({ bytes, at: space + 1, count: D, isLittleEndian: true }, table, row * D);
    window.at = space + 1 + 4 * D;
    read++;
  }
  writeNorms(table, first, nextRow(rows));
  if (bytes.buffer === table.data.buffer) window.kept = nextRow(rows) * D * 4;
  return read;
}
