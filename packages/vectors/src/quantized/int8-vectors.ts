import { requireArgument } from "@wordloom/arguments";
import { rowsOfWords } from "../vectors/word-vectors.js";
import { codesNorm, type Int8Rows } from "./int8.js";

/**
 * Word vectors in one byte a number, which take a quarter of the memory of f32. Plain data, like `WordVectors`: the
 * numbers must stay as they are.
 */
export interface Int8Vectors extends Int8Rows {
  /** `V` different strings. */
  readonly words: readonly string[];
  /** The row of each word. */
  readonly idOf: ReadonlyMap<string, number>;
  /** `[V]`, the Euclidean length of each row of codes, before it is scaled. */
  readonly codeNorms: Float64Array;
}

/**
 * Makes word vectors whose numbers stay in one byte each. All queries take them; similarities are those of the numbers
 * that the codes stand for, `scale · code`.
 *
 * @param words - `V` different strings
 * @param rows - `[V, D]` codes and `[V]` scales, kept and not copied
 * @throws RangeError if the sizes do not fit, a word comes twice, or a scale is negative or not finite
 * @throws TypeError if `words` is not a list of strings
 *
 * @example
 * const small = int8Vectors(vectors.words, toInt8(vectors.data, vectors.dimension));
 * mostSimilar(small, "king");
 */
export function int8Vectors(words: readonly string[], rows: Int8Rows): Int8Vectors {
  const right = "of vectors they are made by int8Vectors(vectors.words, toInt8(vectors.data, vectors.dimension))";
  requireArgument("int8Vectors", Array.isArray(words), "the words are", words, right);
  const { dimension, codes, scales } = rows;
  const V = words.length;
  if (V === 0) throw new RangeError("int8Vectors: there are no words");
  if (!(Number.isSafeInteger(dimension) && dimension > 0 && codes.length === V * dimension)) {
    throw new RangeError(`int8Vectors: ${codes.length} codes do not fill ${V} rows of ${dimension}`);
  }
  if (scales.length !== V) throw new RangeError(`int8Vectors: ${scales.length} scales for ${V} words`);
  const odd = scales.findIndex((scale) => !(scale >= 0 && Number.isFinite(scale)));
  if (odd >= 0) throw new RangeError(`int8Vectors: scale ${odd} is ${scales[odd]}; it must be finite and at least 0`);
  const codeNorms = new Float64Array(V);
  for (let row = 0; row < V; row++) {
    codeNorms[row] = scales[row] === 0 ? 0 : codesNorm(codes, row * dimension, dimension);
  }
  return { words, dimension, idOf: rowsOfWords("int8Vectors", words), codes, scales, codeNorms };
}
