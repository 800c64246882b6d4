import { refuseOptions } from "../../arguments/refuse-options.js";
import { shortestDecimal } from "../../decimals/shortest-decimal.js";
import { joined } from "../../tables/joined.js";
import { requireVectors } from "../../vectors/require-vectors.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { encodableWord, refuseStart } from "../../words/encodable-word.js";
import { toUtf8 } from "../../words/text-coding.js";

const CHUNK = 1 << 20;

/**
 * The bytes of a word2vec text file, as gensim writes them: a line `V D`, then for each word a line with the
 * word and its `D` numbers, separated by single spaces.
 *
 * Each number has the fewest digits from which its f32 comes back bit for bit; word2vec.c writes six decimals,
 * from which it does not.
 *
 * @param options - none: whatever is in them is refused
 * @throws RangeError for a word that the format cannot hold: an empty one, or one with a space or a newline
 */
export function encodeText(
  vectors: WordVectors,
  options: Readonly<Record<string, never>> = {},
): Uint8Array<ArrayBuffer> {
  requireVectors("encodeText", vectors);
  refuseOptions("encodeText", options, "there are none; a number has as many digits as bring it back");
  return joined(textChunks(vectors));
}

/** The same in pieces of about 1 MiB, so that no file is ever in memory as a whole. */
export function* textChunks(vectors: WordVectors): Generator<Uint8Array<ArrayBuffer>> {
  yield toUtf8(`${vectors.words.length} ${vectors.dimension}\n`);
  yield* lineChunks(vectors, " ", (word, row) => encodableWord("encodeText", word, row, "token"));
}

/**
 * The same without the header. A word may have spaces in it, as GloVe's own files have, if a reader can tell them from
 * those between the numbers.
 */
export function* gloveChunks(vectors: WordVectors): Generator<Uint8Array<ArrayBuffer>> {
  const lines = lineChunks(vectors, " ", (word, row) => encodableWord("encodeVectors", word, row, "phrase"));
  const first = lines.next();
  if (first.done === true) return;
  refuseStart("encodeVectors", vectors.words[0], first.value);
  yield first.value;
  yield* lines;
}

/** The projector's: numbers alone, with tabs between them. */
export function* tsvChunks(vectors: WordVectors): Generator<Uint8Array<ArrayBuffer>> {
  yield* lineChunks(vectors, "\t", () => undefined);
}

function* lineChunks(
  { words, dimension: D, data }: WordVectors,
  separator: string,
  firstColumn: (word: string, row: number) => Uint8Array | undefined,
): Generator<Uint8Array<ArrayBuffer>> {
  let parts: Uint8Array[] = [];
  let size = 0;
  for (const [row, word] of words.entries()) {
    const first = firstColumn(word, row);
    let numbers = "";
    for (let d = 0; d < D; d++) {
      if (d > 0 || first !== undefined) numbers += separator;
      numbers += shortestDecimal(data[row * D + d]);
    }
    const line = [...(first === undefined ? [] : [first]), toUtf8(`${numbers}\n`)];
    for (const part of line) size += part.length;
    parts.push(...line);
    if (size >= CHUNK || row === words.length - 1) {
      yield joined(parts);
      parts = [];
      size = 0;
    }
  }
}
