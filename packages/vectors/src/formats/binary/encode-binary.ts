import { refuseOptions } from "../../arguments/refuse-options.js";
import { joined } from "../../tables/joined.js";
import { requireVectors } from "../../vectors/require-vectors.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { encodableWord } from "../../words/encodable-word.js";
import { toUtf8 } from "../../words/text-coding.js";
import { LONGEST_WORD } from "./find-row.js";

const NEWLINE = 0x0a;
const SPACE = 0x20;
/** Enough for a disk to be busy, little enough to hold. */
const CHUNK = 1 << 20;

/**
 * Writes a word2vec binary file, as word2vec.c does: `V D\n`, then for each word its bytes, a space, `D` little-endian
 * f32 numbers, and a newline.
 *
 * @param options - must be empty; there are none
 * @throws RangeError if the format cannot hold a word: if it is empty, has a space or a newline, or more than a
 * mebibyte
 * @throws TypeError if `vectors` are something else, or there is an option
 *
 * @example
 * decodeBinary(encodeBinary(vectors)).data // the same bits
 */
export function encodeBinary(
  vectors: WordVectors,
  options: Readonly<Record<string, never>> = {},
): Uint8Array<ArrayBuffer> {
  requireVectors("encodeBinary", vectors);
  refuseOptions("encodeBinary", options, "there are none; encodeVectors(vectors, format, options) has some");
  return joined(binaryChunks(vectors));
}

/** Writes a word2vec binary file in pieces of about 1 MiB, so that it is never in memory as a whole. */
export function* binaryChunks({ words, dimension: D, data }: WordVectors): Generator<Uint8Array<ArrayBuffer>> {
  yield toUtf8(`${words.length} ${D}\n`);
  for (let row = 0; row < words.length; ) {
    const parts: Uint8Array[] = [];
    const first = row;
    let size = 0;
    for (; row < words.length && size < CHUNK; row++) {
      const word = encodableWord("encodeBinary", words[row], row, "token");
      if (word.length > LONGEST_WORD) {
        throw new RangeError(
          `encodeBinary: the word of row ${row} has ${word.length} bytes; ${LONGEST_WORD} are the most`,
        );
      }
      parts.push(word);
      size += word.length + 4 * D + 2;
    }
    const chunk = new Uint8Array(size);
    const view = new DataView(chunk.buffer);
    let at = 0;
    for (const [index, word] of parts.entries()) {
      chunk.set(word, at);
      at += word.length;
      chunk[at++] = SPACE;
      const start = (first + index) * D;
      for (let i = start; i < start + D; i++, at += 4) view.setFloat32(at, data[i], true);
      chunk[at++] = NEWLINE;
    }
    yield chunk;
  }
}
