import type { WordVectors } from "../../vectors/word-vectors.js";
import { encodableWord, refuseStart } from "../../words/encodable-word.js";
import { lineChunks } from "../lines/line-chunks.js";

/**
 * Writes word2vec's text without the header. A word may have spaces in it, as GloVe's own files have, if a reader can tell them from
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
