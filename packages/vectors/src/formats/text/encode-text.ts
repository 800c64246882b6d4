import { refuseOptions } from "../../arguments/refuse-options.js";
import { joined } from "../../tables/joined.js";
import { requireVectors } from "../../vectors/require-vectors.js";
import type { WordVectors } from "../../vectors/word-vectors.js";
import { encodableWord } from "../../words/encodable-word.js";
import { toUtf8 } from "../../words/text-coding.js";
import { lineChunks } from "../lines/line-chunks.js";

/**
 * Writes a word2vec text file, as gensim does: a line `V D`, then for each word a line with the word and its `D`
 * numbers, separated by single spaces.
 *
 * Each number has the fewest digits from which its f32 comes back bit for bit. (word2vec.c writes six decimals, from
 * which it does not.)
 *
 * @param options - must be empty; there are none
 * @throws RangeError if the format cannot hold a word: if it is empty, or has a space or a newline
 * @throws TypeError if `vectors` are something else, or there is an option
 *
 * @example
 * new TextDecoder().decode(encodeText(wordVectors(["king"], Float32Array.of(0.5, 1)))) // "1 2\nking 0.5 1\n"
 */
export function encodeText(
  vectors: WordVectors,
  options: Readonly<Record<string, never>> = {},
): Uint8Array<ArrayBuffer> {
  requireVectors("encodeText", vectors);
  refuseOptions("encodeText", options, "there are none; a number has as many digits as bring it back");
  return joined(textChunks(vectors));
}

/** Writes a word2vec text file in pieces of about 1 MiB, so that it is never in memory as a whole. */
export function* textChunks(vectors: WordVectors): Generator<Uint8Array<ArrayBuffer>> {
  yield toUtf8(`${vectors.words.length} ${vectors.dimension}\n`);
  yield* lineChunks(vectors, " ", (word, row) => encodableWord("encodeText", word, row, "token"));
}
