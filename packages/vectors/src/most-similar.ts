import { direction, unit, type WordOrVector } from "./direction.js";
import { rowSimilarities } from "./row-similarities.js";
import { topRows } from "./top-rows.js";
import type { WordVectors } from "./word-vectors.js";

export interface Neighbour {
  readonly word: string;
  /** The cosine with the query, in `[-1, 1]`. */
  readonly similarity: number;
}

/** What to be near, and what to be far from. */
export interface PositiveNegative {
  readonly positive?: readonly WordOrVector[];
  readonly negative?: readonly WordOrVector[];
}

export interface MostSimilarOptions {
  /** How many answers; 10 unless told otherwise. */
  readonly top?: number;
  /** Only the first so many rows can be answers, the frequent words in most files; all unless told otherwise. */
  readonly restrict?: number;
}

/**
 * The words whose vectors point most nearly where the query points, best first; equal ones in row order.
 *
 * The query is a word, a vector, or lists: `q = Σ unit(positive) − Σ unit(negative)`, each word and each vector
 * counting by its direction alone (gensim leaves vectors, not words, at their length). The words of the query
 * are no answers. A zero vector is similar to nothing: 0, never NaN.
 *
 * @throws RangeError for an unknown word, with its nearest spellings; a vector that doesn't fit; an empty query;
 * `top` or `restrict` that are not whole numbers of at least 1
 *
 * @example
 * mostSimilar(vectors, "year", { top: 2 }) // [{ word: "month", similarity: 0.81 }, { word: "week", similarity: 0.74 }]
 * mostSimilar(vectors, { positive: ["king", "woman"], negative: ["man"] })
 */
export function mostSimilar(
  vectors: WordVectors,
  query: WordOrVector | PositiveNegative,
  options: MostSimilarOptions = {},
): Neighbour[] {
  return neighbours("mostSimilar", vectors, query, options);
}

export function neighbours(
  caller: string,
  vectors: WordVectors,
  query: WordOrVector | PositiveNegative,
  { top = 10, restrict = vectors.words.length }: MostSimilarOptions,
): Neighbour[] {
  for (const [name, value] of Object.entries({ top, restrict })) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new RangeError(`${caller}: ${name} is ${value}; it must be a whole number, at least 1`);
    }
  }
  const { positive = [], negative = [] } = isPositiveNegative(query) ? query : { positive: [query] };
  if (positive.length + negative.length === 0) throw new RangeError(`${caller}: the query names no word and no vector`);

  const sum = new Float64Array(vectors.dimension);
  for (const item of positive) add(sum, direction(caller, vectors, item), 1);
  for (const item of negative) add(sum, direction(caller, vectors, item), -1);
  const scores = rowSimilarities(vectors, unit(sum), Math.min(restrict, vectors.words.length));
  const inputs = [...positive, ...negative].map((item) =>
    typeof item === "string" ? vectors.idOf.get(item) : undefined,
  );
  return topRows(scores, top, new Set(inputs.filter((row) => row !== undefined))).map((row) => ({
    word: vectors.words[row],
    // Rounding can leave a cosine of 1.0000000000000002.
    similarity: Math.max(-1, Math.min(1, scores[row])),
  }));
}

function add(sum: Float64Array, vector: Float64Array, sign: number): void {
  for (let d = 0; d < sum.length; d++) sum[d] += sign * vector[d];
}

function isPositiveNegative(query: WordOrVector | PositiveNegative): query is PositiveNegative {
  return typeof query === "object" && !Array.isArray(query) && !ArrayBuffer.isView(query);
}
