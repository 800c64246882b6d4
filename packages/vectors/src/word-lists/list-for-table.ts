import { fileError } from "@wordloom/arguments";
import { type Bytes, bytesOf } from "@wordloom/bytes";
import type { OnNote } from "../messages/reading-note.js";
import { byteOrderMark } from "../reading/byte-order-mark.js";
import { wordOfBytes } from "../words/word-bytes.js";
import { decodeWordList } from "./decode-word-list.js";
import type { WordsForTable } from "./table-words.js";
import { tokenizerWords } from "./tokenizer-words.js";
import type { WordList } from "./word-list.js";

/** How a list is read, as the options of the readers of vectors say it. */
export interface ListOptions {
  readonly listHeader?: boolean | undefined;
  readonly listColumn?: number | "line" | undefined;
  readonly onNote?: OnNote | undefined;
}

const BRACE = 0x7b;
const BRACKET = 0x5b;

export function listForTable(list: Bytes, options: ListOptions, source?: string): WordsForTable;
export function listForTable(
  list: WordList | Bytes | undefined,
  options: ListOptions,
  source?: string,
): WordsForTable | undefined;
/** A list that is given: its words, or the bytes that they are in, which are read when the rows of the table are known. */
export function listForTable(
  list: WordList | Bytes | undefined,
  options: ListOptions,
  source?: string,
): WordsForTable | undefined {
  if (list === undefined) return undefined;
  const bytes = bytesOf(list);
  return bytes === undefined ? () => list as WordList : (rows) => listOfBytes(bytes, rows, options, source);
}

function listOfBytes(
  bytes: Uint8Array,
  rows: number,
  { listHeader, listColumn, onNote }: ListOptions,
  source: string | undefined,
): ReturnType<WordsForTable> {
  const isCalledJson = /\.json$/i.test(source ?? "");
  const first = bytes[byteOrderMark(bytes)];
  if (first === BRACE || first === BRACKET || isCalledJson) {
    const error = fileError("readVectors", source);
    const words = tokenizerWords(wordOfBytes(bytes.subarray(byteOrderMark(bytes))), { onNote, error });
    if (words !== undefined) return source === undefined ? words : { ...words, source };
    if (isCalledJson) {
      throw error(
        "the list is to be JSON, and has neither words with their ids, as tokenizer.json, nor a list of words",
      );
    }
  }
  const words = decodeWordList(bytes, {
    rows,
    ...(source !== undefined && { source }),
    ...(onNote !== undefined && { onNote }),
    ...(listHeader !== undefined && { header: listHeader }),
    ...(listColumn !== undefined && { column: listColumn }),
  });
  return source === undefined ? words : { ...words, source };
}
