import { encodableWord } from "./encodable-word.js";
import { joined } from "./joined.js";
import { shortestDecimal } from "./shortest-decimal.js";
import { toUtf8 } from "./text-coding.js";
import type { WordVectors } from "./word-vectors.js";

const CHUNK = 1 << 20;

/**
 * The bytes of a word2vec text file, as gensim writes them: a line `V D`, then for each word a line with the
 * word and its `D` numbers, separated by single spaces.
 *
 * Each number has the fewest digits from which its f32 comes back bit for bit; word2vec.c writes six decimals,
 * from which it does not.
 *
 * @throws RangeError for a word that the format cannot hold: an empty one, or one with a space or a newline
 */
export function encodeText(vectors: WordVectors): Uint8Array<ArrayBuffer> {
  return joined(textChunks(vectors));
}

/** The same in pieces of about 1 MiB, so that no file is ever in memory as a whole. */
export function* textChunks({ words, dimension: D, data }: WordVectors): Generator<Uint8Array<ArrayBuffer>> {
  yield toUtf8(`${words.length} ${D}\n`);
  let parts: Uint8Array[] = [];
  let size = 0;
  for (const [row, word] of words.entries()) {
    let numbers = "";
    for (let i = row * D; i < (row + 1) * D; i++) numbers += ` ${shortestDecimal(data[i])}`;
    const line = [encodableWord("encodeText", word, row), toUtf8(`${numbers}\n`)];
    parts.push(...line);
    size += line[0].length + line[1].length;
    if (size >= CHUNK || row === words.length - 1) {
      yield joined(parts);
      parts = [];
      size = 0;
    }
  }
}
