import { checkOptions, givenKind, requireArgument } from "@wordloom/arguments";
import { quoted } from "../messages/quoted.js";
import { rowNorms } from "./row-norms.js";

/**
 * Words with a vector each: row `i` of `data` is the vector of `words[i]`.
 *
 * Word vectors are plain data: `structuredClone` and `postMessage` take them, and no query changes them. The numbers
 * must stay as they are, since lengths and whatever queries keep are derived from them and belong to this value. Where
 * training goes on in the same table, `wordVectors(words, data)` makes another value of it. Queries look at the rows
 * that they meet, and at some more, and throw if these have changed; they do not find every change.
 */
export interface WordVectors {
  /** `V` different strings. Most formats put the frequent ones first. */
  readonly words: readonly string[];
  /** `D`, the length of each vector. */
  readonly dimension: number;
  /** `[V, D]`, row-major. */
  readonly data: Float32Array;
  /**
   * The row of each word. Where a reader made the vectors, this `Map` is made when it is first asked for; `rowOf`
   * needs none.
   */
  readonly idOf: ReadonlyMap<string, number>;
  /** `[V]`, the Euclidean length of each row. */
  readonly norms: Float64Array;
  /** `[V]`, how often each word occurred, if that is known. */
  readonly counts?: ArrayLike<number>;
}

/** Options of {@link wordVectors}. */
export interface WordVectorsOptions {
  /** `[V]`, how often each word occurred. Default: unknown. */
  readonly counts?: ArrayLike<number>;
}

/**
 * Makes word vectors of words and their numbers, and measures the rows.
 *
 * @param words - `V` different strings, of any kind: `__proto__` is a word like any other
 * @param data - `[V, D]`, row-major, kept and not copied; `D` is its length divided by `V`
 * @throws RangeError if the sizes do not fit, a word comes twice, or a number is NaN or infinite
 * @throws TypeError if `words` is not a list of strings, or `data` not a `Float32Array`
 *
 * @example
 * wordVectors(["king", "queen"], Float32Array.of(1, 0, 3, 4)).norms // Float64Array [1, 5]
 */
export function wordVectors(
  words: readonly string[],
  data: Float32Array,
  options: WordVectorsOptions = {},
): WordVectors {
  checkOptions(
    "wordVectors",
    options,
    { counts: true },
    {
      dimension: "it is the number of numbers divided by that of words",
      vector_size: "it is the number of numbers divided by that of words",
    },
  );
  const { counts } = options;
  requireArgument("wordVectors", Array.isArray(words), "the words are", words, "they are a list of strings");
  const isRight = Object.prototype.toString.call(data) === "[object Float32Array]";
  const how = Array.isArray(data) ? "Float32Array.from(data.flat())" : "Float32Array.from(data)";
  requireArgument("wordVectors", isRight, "the numbers are", data, `they are a Float32Array, as ${how} makes one`);
  const V = words.length;
  if (V === 0) throw new RangeError("wordVectors: there are no words");
  if (data.length === 0 || data.length % V !== 0) {
    throw new RangeError(`wordVectors: ${data.length} numbers do not fill ${V} rows of equal length`);
  }
  if (counts !== undefined && counts.length !== V) {
    throw new RangeError(`wordVectors: ${counts.length} counts for ${V} words`);
  }
  const D = data.length / V;
  const norms = rowNorms(data, D);
  const row = norms.findIndex((norm) => !Number.isFinite(norm));
  if (row >= 0) {
    const numbers = data.subarray(row * D, (row + 1) * D);
    const column = numbers.findIndex((number) => !Number.isFinite(number));
    throw new RangeError(
      `wordVectors: number ${column} of row ${row}, ${quoted(words[row])}, is ${numbers[column]}; did training diverge?`,
    );
  }
  const idOf = rowsOfWords("wordVectors", words);
  return counts === undefined
    ? { words, dimension: D, data, idOf, norms }
    : { words, dimension: D, data, idOf, norms, counts };
}

/** @throws RangeError for a word that comes twice */
export function rowsOfWords(caller: string, words: readonly string[]): Map<string, number> {
  const idOf = new Map<string, number>();
  for (const [row, word] of words.entries()) {
    if (typeof word !== "string")
      throw new TypeError(`${caller}: word ${row} is ${givenKind(word)}; words are strings`);
    const first = idOf.get(word);
    if (first !== undefined) {
      throw new RangeError(`${caller}: ${quoted(word)} is the word of row ${first} and of row ${row}`);
    }
    idOf.set(word, row);
  }
  return idOf;
}
