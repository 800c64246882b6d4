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
export interface PartialVectors {
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

/** Words that a reader has found itself, no more than there are bytes in a batch: as {@link PartialVectors} has them. */
export interface WordBatch extends Pick<PartialVectors, "bytes" | "count" | "places" | "hashes"> {
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

export function partialVectors(table: FloatTable, separator: number): PartialVectors {
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
export function nextRow({ index, count }: PartialVectors): number {
  return index.words.length + count;
}

/** Adds the word of the next row. */
export function addWord(partial: PartialVectors, bytes: Uint8Array, start: number, end: number, place: number): void {
  if (partial.end + end - start >= partial.bytes.length) {
    const wider = new Uint8Array(2 * (partial.end + end - start));
    wider.set(partial.bytes.subarray(0, partial.end));
    partial.bytes = wider;
  }
  const out = partial.bytes;
  let to = partial.end;
  for (let i = start; i < end; i++) out[to++] = bytes[i];
  out[to++] = partial.separator;
  partial.end = to;
  const hash = hashOfAscii(bytes, start, end);
  if (hash === undefined) partial.unhashed.push(partial.count);
  else partial.hashes[partial.count] = hash;
  partial.places[partial.count] = place;
  partial.count++;
}

/** Adds the words of all rows of a batch. */
export function addWords(partial: PartialVectors, { bytes, count, places, hashes, unhashed }: WordBatch): void {
  if (bytes.length > partial.bytes.length) partial.bytes = new Uint8Array(2 * bytes.length);
  partial.bytes.set(bytes);
  partial.end = bytes.length;
  partial.count = count;
  partial.places.set(places.subarray(0, count));
  partial.hashes.set(hashes.subarray(0, count));
  partial.unhashed = [...unhashed];
}

export function isBatchFull({ end }: PartialVectors): boolean {
  return end >= BATCH;
}

/** Decodes the words that are still bytes, and checks their rows. Of several faults, it throws that of the first row. */
export function commitBatch(partial: PartialVectors, duplicates: Duplicates, errors: RowErrors): void {
  const { index, places, hashes } = partial;
  if (partial.count === 0) return;
  const all = wordsOfBytes(partial.bytes.subarray(0, partial.end - 1), partial.separator, (word) =>
    addStrayWord(partial.strays, word),
  );
  const first = index.words.length;
  const faulty = errors.notFinite === undefined ? -1 : firstNotFinite(partial, first, all.length);
  const added = faulty < 0 ? all : all.slice(0, faulty);
  for (const i of partial.unhashed) hashes[i] = hashOfWord(all[i]);
  const repeated: number[] = [];
  addAllToIndex(index, added, hashes, (i, earlier) => {
    if (duplicates === "refuse") throw errors.duplicate(places[i], first + i, added[i], earlier);
    repeated.push(i);
  });
  if (faulty >= 0 && errors.notFinite !== undefined) {
    const { data, D } = partial.table;
    const row = first + faulty;
    const numbers = data.slice(row * D, (row + 1) * D);
    if (repeated.length > 0) closeGaps(partial, first, repeated, added.length);
    const column = numbers.findIndex((number) => !Number.isFinite(number));
    const fileRow = row + partial.skipped - repeated.length;
    throw errors.notFinite(places[faulty], fileRow, all[faulty], column, numbers[column]);
  }
  if (repeated.length > 0) closeGaps(partial, first, repeated, added.length);
  partial.end = 0;
  partial.count = 0;
  partial.unhashed = [];
}

/** All rows that were committed, as word vectors; what was left out of them is noted. */
export function finishedVectors(
  { table, index, skipped, strays, notes }: PartialVectors,
  onNote?: OnNote,
): WordVectors {
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
function firstNotFinite({ table }: PartialVectors, first: number, count: number): number {
  for (let i = 0; i < count; i++) if (!Number.isFinite(table.norms[first + i])) return i;
  return -1;
}

/** Moves rows to where those were that are left out. */
function closeGaps(partial: PartialVectors, first: number, gaps: readonly number[], count: number): void {
  const { data, D, norms } = partial.table;
  const left = new Set(gaps);
  let to = first;
  for (let i = 0; i < count; i++) {
    if (left.has(i)) continue;
    data.copyWithin(to * D, (first + i) * D, (first + i + 1) * D);
    norms[to] = norms[first + i];
    to++;
  }
  partial.skipped += gaps.length;
}
