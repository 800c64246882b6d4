import { requireArgument } from "@wordloom/arguments";
import { rowInIndex, type WordIndex } from "../words/word-index.js";
import type { NormedTable } from "./row-norms.js";
import type { WordVectors } from "./word-vectors.js";

/** The indices of values that readers made. Of all others, such as clones and copies, `idOf` is what finds a word. */
const indices = new WeakMap<object, WordIndex>();

/**
 * Word vectors of words that are in an index already. To fill a `Map` with them would take longer than to read the
 * file, so `idOf` is made when somebody asks for it: a program, a copy by `{ ...vectors }`, or a clone, which all get a
 * `Map`.
 */
export function indexedVectors(
  index: WordIndex,
  { D, data, norms }: NormedTable,
  counts?: ArrayLike<number>,
): WordVectors {
  const { words } = index;
  let made: ReadonlyMap<string, number> | undefined;
  const vectors: WordVectors = {
    words,
    dimension: D,
    data,
    get idOf() {
      made ??= new Map(words.map((word, row) => [word, row]));
      return made;
    },
    norms,
    ...(counts !== undefined && { counts }),
  };
  indices.set(vectors, index);
  return vectors;
}

/**
 * Finds the row of a word: `vectors.idOf.get(word)`, but without making that map where it does not exist yet.
 *
 * @returns undefined if the word is not in the vocabulary
 * @throws TypeError if `word` is not a string
 *
 * @example
 * rowOf(vectors, "king") // 0
 */
export function rowOf(vectors: Pick<WordVectors, "idOf">, word: string): number | undefined {
  requireArgument(
    "rowOf",
    typeof word === "string",
    "the word is",
    word,
    "words are strings; a row's is vectors.words[row]",
  );
  const index = indices.get(vectors);
  return index === undefined ? vectors.idOf.get(word) : rowInIndex(index, word);
}
