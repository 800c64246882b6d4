import type { OnNote, ReadingNote } from "../messages/reading-note.js";
import { indexedVectors } from "../vectors/indexed-vectors.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import { addStrayWord, type StrayWords, strayNote, strayWords } from "../words/stray-words.js";
import { wordsOfBytes } from "../words/word-bytes.js";
import { hashOfAscii, hashOfWord } from "../words/word-hash.js";
import { addAllToIndex, type WordIndex, wordIndex } from "../words/word-index.js";
import { type FloatTable, firstRows } from "./float-table.js";

/** What to do with a row whose word an earlier row has. */
export type Duplicates = "refuse" | "skip";

/** Rows of a file, the last of them with their words still as bytes: it is fast to decode many at once. */
export interface KeyedRows {
  readonly table: FloatTable;
  readonly index: WordIndex;
  /** A byte that no word of the format contains; it follows each of the words in `bytes`. */
  readonly separator: number;
  bytes: Uint8Array;
  end: number;
  /** How many words these are. */
  count: number;
  /** Where in the file their rows are, by the reader's own count, for messages. */
  readonly places: Float64Array;
  /** The hashes of those that are ASCII. */
  readonly hashes: Int32Array;
  /** Which of them are not. */
  unhashed: number[];
  /** Rows that were left out, since an earlier one has their word. */
  skipped: number;
  readonly strays: StrayWords;
  /** What the reader has decided about a row. */
  readonly notes: ReadingNote[];
}

/** Words that a reader has found itself, no more than there are bytes in a batch: as {@link KeyedRows} has them. */
export interface WordBatch extends Pick<KeyedRows, "bytes" | "count" | "places" | "hashes"> {
  readonly unhashed: Int32Array;
}

/** What a reader says of a row of the file; `place` is where it is, by the reader's own count. */
export interface RowErrors {
  readonly duplicate: (place: number, row: number, word: string, first: number) => Error;
  /** Not needed where the reader has checked them. */
  readonly notFinite?: (place: number, row: number, word: string, column: number, number: number) => Error;
}

/** Bytes of words to decode at once: enough that it pays, few enough that all of the batch is in the nearest cache. */
const BATCH = 1 << 13;

export function keyedRows(table: FloatTable, separator: number): KeyedRows {
  return {
    table,
    index: wordIndex(table.norms.length),
    separator,
    bytes: new Uint8Array(2 * BATCH),
    end: 0,
    count: 0,
    places: new Float64Array(BATCH),
    hashes: new Int32Array(BATCH),
    unhashed: [],
    skipped: 0,
    strays: strayWords(),
    notes: [],
  };
}

/** The row that comes next, into which the reader writes its numbers, to be measured before the batch is committed. */
export function nextRow({ index, count }: KeyedRows): number {
  return index.words.length + count;
}

/** Adds the word of the next row. */
export function addWord(rows: KeyedRows, bytes: Uint8Array, start: number, end: number, place: number): void {
  if (rows.end + end - start >= rows.bytes.length) {
    const wider = new Uint8Array(2 * (rows.end + end - start));
    wider.set(rows.bytes.subarray(0, rows.end));
    rows.bytes = wider;
  }
  const out = rows.bytes;
  let to = rows.end;
  for (let i = start; i < end; i++) out[to++] = bytes[i];
  out[to++] = rows.separator;
  rows.end = to;
  const hash = hashOfAscii(bytes, start, end);
  if (hash === undefined) rows.unhashed.push(rows.count);
  else rows.hashes[rows.count] = hash;
  rows.places[rows.count] = place;
  rows.count++;
}

/** Adds the words of all rows of a batch. */
export function addWords(rows: KeyedRows, { bytes, count, places, hashes, unhashed }: WordBatch): void {
  if (bytes.length > rows.bytes.length) rows.bytes = new Uint8Array(2 * bytes.length);
  rows.bytes.set(bytes);
  rows.end = bytes.length;
  rows.count = count;
  rows.places.set(places.subarray(0, count));
  rows.hashes.set(hashes.subarray(0, count));
  rows.unhashed = [...unhashed];
}

export function isBatch({ end }: KeyedRows): boolean {
  return end >= BATCH;
}

/** Decodes the words that are still bytes, and checks their rows. Of several faults, it throws that of the first row. */
export function commit(rows: KeyedRows, duplicates: Duplicates, errors: RowErrors): void {
  const { index, places, hashes } = rows;
  if (rows.count === 0) return;
  const all = wordsOfBytes(rows.bytes.subarray(0, rows.end - 1), rows.separator, (word) =>
    addStrayWord(rows.strays, word),
  );
  const first = index.words.length;
  const faulty = errors.notFinite === undefined ? -1 : firstNotFinite(rows, first, all.length);
  const added = faulty < 0 ? all : all.slice(0, faulty);
  for (const i of rows.unhashed) hashes[i] = hashOfWord(all[i]);
  const repeated: number[] = [];
  addAllToIndex(index, added, hashes, (i, earlier) => {
    if (duplicates === "refuse") throw errors.duplicate(places[i], first + i, added[i], earlier);
    repeated.push(i);
  });
  if (faulty >= 0 && errors.notFinite !== undefined) {
    const { data, D } = rows.table;
    const row = first + faulty;
    const numbers = data.slice(row * D, (row + 1) * D);
    if (repeated.length > 0) closeGaps(rows, first, repeated, added.length);
    const column = numbers.findIndex((number) => !Number.isFinite(number));
    const fileRow = row + rows.skipped - repeated.length;
    throw errors.notFinite(places[faulty], fileRow, all[faulty], column, numbers[column]);
  }
  if (repeated.length > 0) closeGaps(rows, first, repeated, added.length);
  rows.end = 0;
  rows.count = 0;
  rows.unhashed = [];
}

/** All rows that were committed, as word vectors; what was left out of them is noted. */
export function keyedVectors({ table, index, skipped, strays, notes }: KeyedRows, onNote?: OnNote): WordVectors {
  if (skipped > 0) onNote?.(skippedNote(skipped));
  for (const note of notes) onNote?.(note);
  if (strays.count > 0) onNote?.(strayNote(strays, index.words.length));
  return indexedVectors(index, firstRows(table, index.words.length));
}

/** What is said of rows whose word an earlier row has. */
export function skippedNote(count: number): ReadingNote {
  const rows = count === 1 ? "1 row was left out: its word" : `${count} rows were left out: the word of each`;
  return { kind: "duplicates-skipped", message: `${rows} is that of an earlier row`, count };
}

/** Which of the rows of a batch has a number that is not finite, if any has; else −1. */
function firstNotFinite({ table }: KeyedRows, first: number, count: number): number {
  for (let i = 0; i < count; i++) if (!Number.isFinite(table.norms[first + i])) return i;
  return -1;
}

/** Moves rows to where those were that are left out. */
function closeGaps(rows: KeyedRows, first: number, gaps: readonly number[], count: number): void {
  const { data, D, norms } = rows.table;
  const left = new Set(gaps);
  let to = first;
  for (let i = 0; i < count; i++) {
    if (left.has(i)) continue;
    data.copyWithin(to * D, (first + i) * D, (first + i + 1) * D);
    norms[to] = norms[first + i];
    to++;
  }
  rows.skipped += gaps.length;
}
