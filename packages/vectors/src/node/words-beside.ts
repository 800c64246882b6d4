import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileError } from "@wordloom/arguments";
import type { OnNote, ReadingNote } from "../messages/reading-note.js";
import { byteOrderMark } from "../reading/byte-order-mark.js";
import type { WordsAsk } from "../reading/byte-window.js";
import { type ListOptions, listForTable } from "../word-lists/list-for-table.js";
import { noWords } from "../word-lists/no-words.js";
import { fitsTable, type TableWords, type WordsForTable } from "../word-lists/table-words.js";
import { tokenizerWords } from "../word-lists/tokenizer-words.js";
import { wordOfBytes } from "../words/word-bytes.js";
import { refusePickle } from "./refuse-pickle.js";
import { readError } from "./system-message.js";
import { metadataPath, vocabularyPath } from "./word-list-path.js";

/** A list in the folder of a table. */
interface ListBeside {
  readonly path: string;
  readonly words: (rows: number, onNote: OnNote) => TableWords;
}

/**
 * The list that goes with a file of numbers: the one that is named for it, or else the first of the usual names that has
 * as many words as the table has rows, which is noted.
 *
 * @throws Error if there is none, or the words are in a pickle
 */
export async function wordsBeside(
  path: string,
  { from, remark }: WordsAsk,
  options: ListOptions,
): Promise<WordsForTable> {
  const own = from === "metadata" ? metadataPath(path) : vocabularyPath(path);
  const named = await listBeside(own, options);
  if (named !== undefined) return (rows) => named.words(rows, options.onNote ?? (() => {}));
  if (from === "words") await refusePickle(path);
  const names = from === "metadata" ? ["metadata.tsv"] : ["vocab.txt", "vocabulary.tsv", "tokenizer.json"];
  const found: ListBeside[] = [];
  for (const name of names) {
    const list = await listBeside(join(dirname(path), name), options);
    if (list !== undefined) found.push(list);
  }
  if (found.length > 0) return (rows) => firstThatFits(found, rows, options);
  const looked = [...new Set([basename(own), ...names])].join(", ");
  throw new Error(`readVectors: ${noWords(remark)}, and beside it is none of ${looked} (${path})`);
}

/** The list that the caller names. */
export async function givenWords(list: string, options: ListOptions): Promise<WordsForTable | undefined> {
  const bytes = await readFile(list).catch((error) => {
    throw readError(list, error);
  });
  return listForTable(bytes, options, list);
}

/** Undefined if there is none, or a `.json` that is something else. */
async function listBeside(path: string, options: ListOptions): Promise<ListBeside | undefined> {
  const bytes = await readFile(path).catch((error) => {
    if (error.code === "ENOENT") return undefined;
    throw readError(path, error);
  });
  if (bytes === undefined) return undefined;
  if (!path.endsWith(".json")) {
    return { path, words: (rows, onNote) => listForTable(bytes, { ...options, onNote }, path)(rows) };
  }
  const notes: ReadingNote[] = [];
  const wordsOf = () =>
    tokenizerWords(wordOfBytes(bytes.subarray(byteOrderMark(bytes))), {
      onNote: (note) => notes.push(note),
      error: fileError("readVectors", path),
    });
  let words: TableWords | undefined;
  try {
    words = wordsOf();
  } catch (error) {
    return {
      path,
      words: () => {
        throw error;
      },
    };
  }
  if (words === undefined) return undefined;
  const told = (onNote: OnNote) => {
    notes.forEach(onNote);
    return { ...words, source: path };
  };
  return { path, words: (_, onNote) => told(onNote) };
}

/** Where none fits, what is wrong is that the first does not. */
function firstThatFits(lists: readonly ListBeside[], rows: number, { onNote }: ListOptions): TableWords {
  for (const { path, words } of lists) {
    const notes: ReadingNote[] = [];
    const list = wordsOrNone(() => words(rows, (note) => notes.push(note)));
    if (list === undefined || !fitsTable(list, rows)) continue;
    for (const note of notes) onNote?.(note);
    const message = `the words were taken from ${path}, which has as many as the table has rows; a list that is named is taken instead`;
    onNote?.({ kind: "list-beside", message });
    return list;
  }
  return lists[0].words(rows, onNote ?? (() => {}));
}

function wordsOrNone(words: () => TableWords): TableWords | undefined {
  try {
    return words();
  } catch {
    return undefined;
  }
}
