import { quoted } from "../messages/quoted.js";
import type { OnNote } from "../messages/reading-note.js";
import type { Reading, WordsAsk } from "../reading/byte-window.js";
import { indexedVectors } from "../vectors/indexed-vectors.js";
import type { NormedTable } from "../vectors/row-norms.js";
import type { WordVectors } from "../vectors/word-vectors.js";
import { noWords } from "../word-lists/no-words.js";
import type { TableWords, WordsForTable } from "../word-lists/table-words.js";
import { addStrayWord, strayNote, strayWords } from "../words/stray-words.js";
import { addListToIndex, wordIndex } from "../words/word-index.js";
import { type Duplicates, skippedNote } from "./partial-vectors.js";

/** What is to be done with rows of numbers whose words are in a list. */
export interface NamingFacts {
  readonly duplicates: Duplicates;
  readonly onNote: OnNote | undefined;
  readonly error: (message: string) => Error;
}

/**
 * Asks for the words of a file that has none.
 *
 * @throws Error, with the remark on the file, if there is no list of them
 */
export function* neededList(
  from: WordsAsk["from"],
  error: (message: string) => Error,
  remark: string = "",
): Reading<WordsForTable> {
  const list = yield { from, remark };
  if (list === undefined) throw error(`${noWords(remark)}; give the list of its words`);
  return list;
}

/** Word vectors of finite numbers, the first rows of a table, and of the words that a list has for all of its rows. */
export function vectorsOfTable(
  { data, D, norms }: NormedTable,
  list: TableWords,
  { duplicates, onNote, error }: NamingFacts,
): WordVectors {
  const V = norms.length;
  const nameless = rowsWithout(list.words, V);
  const named = nameless.size === 0 ? undefined : [...norms.keys()].filter((row) => !nameless.has(row));
  if (nameless.size > 0) onNote?.(namelessNote(nameless.size));
  if (named?.length === 0) throw error(`none of its first ${V} rows has a word in the list`);
  const words = list.words.slice(0, V).filter((word) => word !== undefined);
  const rowOf = (i: number) => named?.[i] ?? i;
  const index = wordIndex(words.length);
  const repeated = new Set<number>();
  addListToIndex(index, words, (i, first) => {
    if (duplicates === "refuse") {
      throw error(`row ${rowOf(i)} has the word ${quoted(words[i])} of row ${rowOf(first)}`);
    }
    repeated.add(rowOf(i));
  });
  if (repeated.size > 0) onNote?.(skippedNote(repeated.size));
  const isLeft = (row: number) => repeated.has(row) || nameless.has(row);
  const kept = repeated.size + nameless.size === 0 ? undefined : [...norms.keys()].filter((row) => !isLeft(row));
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

function rowsWithout(words: TableWords["words"], V: number): Set<number> {
  const rows = new Set<number>();
  for (let row = 0; row < V; row++) if (words[row] === undefined) rows.add(row);
  return rows;
}

function namelessNote(count: number): { kind: string; message: string; count: number } {
  const rows =
    count === 1 ? "1 row was left out: no token has its id" : `${count} rows were left out: no token has their ids`;
  return { kind: "rows-without-words", message: rows, count };
}

function rowsOf(data: Float32Array, D: number, rows: readonly number[]): Float32Array {
  const out = new Float32Array(rows.length * D);
  for (const [to, row] of rows.entries()) out.set(data.subarray(row * D, (row + 1) * D), to * D);
  return out;
}
