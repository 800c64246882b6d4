import { quoted } from "./quoted.js";
import { rowNorms } from "./row-norms.js";
import { wordOfBytes } from "./word-bytes.js";
import type { WordVectors } from "./word-vectors.js";
import { fileError, word2vecHeader } from "./word2vec-header.js";

export interface DecodeOptions {
  /** The name of the file, for messages. */
  readonly source?: string;
}

const SPACE = 0x20;
const NEWLINE = 0x0a;

/**
 * Word vectors from the bytes of a word2vec binary file: `V D\n`, then for each word its bytes, a space, and `D`
 * little-endian f32 numbers, followed by a newline (word2vec.c) or by none (gensim).
 *
 * Numbers keep their bits and words their bytes, those that are not UTF-8 as lone surrogates.
 *
 * @throws Error for a file that is malformed, cut off or too long, a word that comes twice, or a number that is
 * NaN or infinite; with the row and the byte where it was found
 * @see https://github.com/tmikolov/word2vec, `word2vec.c`, the end of `TrainModel`
 */
export function decodeBinary(bytes: Uint8Array, { source }: DecodeOptions = {}): WordVectors {
  const error = fileError("decodeBinary", source);
  const { V, D, length } = word2vecHeader(bytes, (D) => 2 + 4 * D, error);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words: string[] = [];
  const idOf = new Map<string, number>();
  const data = new Float32Array(V * D);

  let at = length;
  for (let row = 0; row < V; row++) {
    // The newline after a row is taken for the start of the next, so that both dialects read alike.
    while (bytes[at] === NEWLINE) at++;
    const space = bytes.indexOf(SPACE, at);
    if (space < 0 || bytes.length - space - 1 < 4 * D) {
      throw error(`the file ends inside row ${row} of ${V}, which starts at byte ${at}; was it cut off?`);
    }
    if (space === at) throw error(`row ${row}, at byte ${at}, has no word; is the dimension ${D} right?`);
    const word = wordOfBytes(bytes.subarray(at, space));
    const first = idOf.get(word);
    if (first !== undefined) throw error(`row ${row}, at byte ${at}, has the word ${quoted(word)} of row ${first}`);
    idOf.set(word, row);
    words.push(word);
    at = space + 1;
    for (let i = row * D; i < (row + 1) * D; i++, at += 4) {
      const number = view.getFloat32(at, true);
      if (!Number.isFinite(number)) {
        throw error(
          `number ${i - row * D} of row ${row}, ${quoted(word)}, at byte ${at}, is ${number}; is the file damaged?`,
        );
      }
      data[i] = number;
    }
  }
  while (bytes[at] === NEWLINE) at++;
  if (at < bytes.length) {
    throw error(`${bytes.length - at} bytes follow the ${V} rows that the header promised, from byte ${at}`);
  }
  return { words, dimension: D, data, idOf, norms: rowNorms(data, D) };
}
