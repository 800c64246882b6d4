import type { ReadingNote } from "../../messages/reading-note.js";
import { type ByteWindow, more, type Reading } from "../../reading/byte-window.js";
import { bytesOfWord } from "../../words/word-bytes.js";

/** What is said where the limit is what the header promises, and more follows. */
export function trailingDataNote(what: string): ReadingNote {
  return { kind: "more-rows", message: `${what}; they were left out, as the limit is that number` };
}

/** Why more may follow than was promised, and what helps. */
export function* trailingDataCause(window: ByteWindow, [first]: readonly string[], rows: number): Reading<string> {
  const word = bytesOfWord(first) ?? new Uint8Array(0);
  while (window.end - window.at <= word.length) if (!(yield* more(window))) break;
  const { bytes, at } = window;
  const isRepeated = word.every((byte, i) => bytes[at + i] === byte) && [0x20, 0x09].includes(bytes[at + word.length]);
  const cause = isRepeated ? "; they begin again with the first, as where gensim 4.2 writes document vectors" : "";
  return `${cause}; { limit: ${rows} } reads the first ${rows === 1 ? "row" : `${rows} rows`}`;
}
