import { quoted } from "./quoted.js";
import { bytesOfWord } from "./word-bytes.js";

/**
 * The bytes of a word in a word2vec file.
 *
 * @throws RangeError for a word that would not come back
 */
export function encodableWord(caller: string, word: string, row: number): Uint8Array {
  const bytes = /^[^ \n]+$/.test(word) ? bytesOfWord(word) : undefined;
  if (bytes === undefined) {
    throw new RangeError(
      `${caller}: the word of row ${row} is ${quoted(word)}; ` +
        "a word of this format is at least one byte long and has no space, newline or stray surrogate",
    );
  }
  return bytes;
}
