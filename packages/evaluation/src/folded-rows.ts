import type { WordVectors } from "@wordloom/vectors";

/** The first rows of word vectors, under the names by which a test set calls them. */
export interface FoldedRows {
  /** The first row with this word, folded by `fold`. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** For each row, the first row whose folded word is the same. */
  readonly firstRow: Int32Array;
  readonly fold: (word: string) => string;
}

/** Which rows a protocol looks at, and whether capitals matter. */
export interface ProtocolOptions {
  /** Only the first so many rows, the frequent words in most files: 300,000 unless told otherwise, as in gensim. */
  readonly restrict?: number;
  /** Whether words that differ in capitals alone are the same, the first row counting: true unless told otherwise. */
  readonly caseFold?: boolean;
}

/** @throws RangeError if `restrict` is not a whole number of at least 1 */
export function foldedRows(
  caller: string,
  { words }: WordVectors,
  { restrict = 300_000, caseFold = true }: ProtocolOptions,
): FoldedRows {
  if (!Number.isSafeInteger(restrict) || restrict < 1) {
    throw new RangeError(`${caller}: restrict is ${restrict}; it must be a whole number, at least 1`);
  }
  const fold = (word: string) => (caseFold ? word.toUpperCase() : word);
  const rows = Math.min(restrict, words.length);
  const rowOf = new Map<string, number>();
  const firstRow = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const name = fold(words[row]);
    const first = rowOf.get(name) ?? row;
    firstRow[row] = first;
    if (first === row) rowOf.set(name, row);
  }
  return { rowOf, firstRow, fold };
}
