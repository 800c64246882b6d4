import { byteOrderMark } from "./byte-order-mark.js";
import { type Bytes, bytesOf } from "./byte-source.js";
import { fileError } from "./file-error.js";
import type { OnNote } from "./reading-note.js";
import type { ListForRows } from "./row-words.js";
import { tokenizerWords } from "./tokenizer-words.js";
import { wordOfBytes } from "./word-bytes.js";
import { decodeWordList, type WordList } from "./word-list.js";

/** How a list is read, as the options of the readers of vectors say it. */
export interface ListOptions {
  readonly listHeader?: boolean | undefined;
  readonly listColumn?: number | "line" | undefined;
  readonly onNote?: OnNote | undefined;
}

const BRACE = 0x7b;

export function listForRows(list: Bytes, options: ListOptions, source?: string): ListForRows;
export function listForRows(
  list: WordList | Bytes | undefined,
  options: ListOptions,
  source?: string,
): ListForRows | undefined;
/** A list that is given: its words, or the bytes that they are in, which are read when the rows of the table are known. */
export function listForRows(
  list: WordList | Bytes | undefined,
  options: ListOptions,
  source?: string,
): ListForRows | undefined {
  if (list === undefined) return undefined;
  const bytes = bytesOf(list);
  return bytes === undefined ? () => list as WordList : (rows) => listOfBytes(bytes, rows, options, source);
}

function listOfBytes(
  bytes: Uint8Array,
  rows: number,
  { listHeader, listColumn, onNote }: ListOptions,
  source: string | undefined,
): ReturnType<ListForRows> {
  if (bytes[byteOrderMark(bytes)] === BRACE) {
    const words = tokenizerWords(wordOfBytes(bytes.subarray(byteOrderMark(bytes))), onNote);
    if (words !== undefined) return source === undefined ? words : { ...words, source };
    if (source?.endsWith(".json")) {
      throw fileError("readVectors", source)("the list is JSON, and no tokenizer.json: it has no words with their ids");
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
