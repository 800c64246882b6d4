import { indexedVectors } from "./indexed-vectors.js";
import { type Duplicates, skippedNote } from "./keyed-rows.js";
import { quoted } from "./quoted.js";
import type { OnNote } from "./reading-note.js";
import type { NormedRows } from "./row-norms.js";
import { addStrayWord, strayNote, strayWords } from "./stray-words.js";
import { addListToIndex, wordIndex } from "./word-index.js";
import type { WordList } from "./word-list.js";
import type { WordVectors } from "./word-vectors.js";

/** What is known of rows of numbers whose words are in a list. */
export interface NamedRowsFacts {
  /** Whether these are all the rows of the file, so that the list must not be longer. */
  readonly isAll: boolean;
  readonly duplicates: Duplicates;
  readonly onNote: OnNote | undefined;
  readonly error: (message: string) => Error;
}

/** @throws Error if there is no list */
export function neededWords(list: WordList | undefined, error: (message: string) => Error): WordList {
  if (list === undefined) throw error("the file has numbers and no words; give the list of its words");
  return list;
}

/** Word vectors of finite numbers, and of the words that a list has for their rows. */
export function namedRows(
  { data, D, norms }: NormedRows,
  list: WordList,
  { isAll, duplicates, onNote, error }: NamedRowsFacts,
): WordVectors {
  const V = norms.length;
  if (isAll ? list.words.length !== V : list.words.length < V) {
    throw error(`the table has ${V} rows, the list ${list.words.length} words; is it the list of another table?`);
  }
  const index = wordIndex(V);
  const repeated = new Set<number>();
  addListToIndex(index, list.words.length === V ? list.words : list.words.slice(0, V), (row, first) => {
    if (duplicates === "refuse") throw error(`row ${row} has the word ${quoted(list.words[row])} of row ${first}`);
    repeated.add(row);
  });
  if (repeated.size > 0) onNote?.(skippedNote(repeated.size));
  const kept = repeated.size === 0 ? undefined : [...norms.keys()].filter((row) => !repeated.has(row));
  const rows = {
    D,
    data: kept === undefined ? data : rowsOf(data, D, kept),
    norms: kept === undefined ? norms : Float64Array.from(kept, (row) => norms[row]),
  };
  noteStrays(index.words, onNote);
  const { counts } = list;
  return indexedVectors(index, rows, counts && Array.from(kept ?? norms.keys(), (row) => counts[row]));
}

function noteStrays(words: readonly string[], onNote: OnNote | undefined): void {
  if (onNote === undefined) return;
  const strays = strayWords();
  for (const word of words) if (/\p{Surrogate}/u.test(word)) addStrayWord(strays, word);
  if (strays.count > 0) onNote(strayNote(strays, words.length));
}

function rowsOf(data: Float32Array, D: number, rows: readonly number[]): Float32Array {
  const out = new Float32Array(rows.length * D);
  for (const [to, row] of rows.entries()) out.set(data.subarray(row * D, (row + 1) * D), to * D);
  return out;
}
