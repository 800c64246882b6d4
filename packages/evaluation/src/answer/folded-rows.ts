import { shownValue } from "@wordloom/arguments";
import type { WordVectors } from "@wordloom/vectors";
import type { ProtocolRules } from "./analogy-protocol.js";

/** The first rows of word vectors, under the names by which a test set calls them. */
export interface FoldedRows {
  /** The first row with this word, folded by `fold`. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** For each row, the first row whose folded word is the same. */
  readonly firstRow: Int32Array;
  readonly fold: (word: string) => string;
}

/** Which rows an evaluation looks at, and whether capitals matter. */
export interface ProtocolOptions {
  /**
   * How many rows to look at, the first ones, which are the frequent words in most files. Default: as many as the protocol
   * says.
   */
  readonly restrict?: number;
  /** Whether words that differ only in capitals are the same word, with the vector of the first of them. Default `true`. */
  readonly caseFold?: boolean;
}

/**
 * @param rules - how many rows without `restrict`, and which letters have capitals: word2vec.c knows those of ASCII only
 * @throws RangeError if `restrict` is not a whole number of at least 1
 */
export function foldedRows(
  caller: string,
  { words }: WordVectors,
  { rows, letters }: Pick<ProtocolRules, "rows" | "letters">,
  { restrict = rows, caseFold = true }: ProtocolOptions,
): FoldedRows {
  if (restrict !== rows && (!Number.isSafeInteger(restrict) || restrict < 1)) {
    throw new RangeError(`${caller}: restrict is ${shownValue(restrict)}; it must be a whole number, at least 1`);
  }
  const upper = letters === "unicode" ? upperCase : asciiUpperCase;
  const fold = caseFold ? upper : (word: string) => word;
  const V = Math.min(restrict, words.length);
  const rowOf = new Map<string, number>();
  const firstRow = new Int32Array(V);
  for (let row = 0; row < V; row++) {
    const name = fold(words[row]);
    const first = rowOf.get(name) ?? row;
    firstRow[row] = first;
    if (first === row) rowOf.set(name, row);
  }
  return { rowOf, firstRow, fold };
}

function upperCase(word: string): string {
  return word.toUpperCase();
}

function asciiUpperCase(word: string): string {
  return word.replace(/[a-z]+/g, upperCase);
}
