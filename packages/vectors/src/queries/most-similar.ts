import { checkOptions, requireArgument } from "@wordloom/arguments";
import { checkWhole } from "../arguments/check-whole.js";
import { queryNames } from "../arguments/gensim-names.js";
import { LARGEST_EF } from "../hnsw/graph-memory.js";
import { graphOf, indexedCandidates } from "../hnsw/graph-search.js";
import type { ApproximateIndex } from "../hnsw/index-data.js";
import { cosines } from "../nearest/cosines.js";
import type { DirectionQuery } from "../nearest/direction-query.js";
import { exactSearch } from "../nearest/exact-search.js";
import { type RankedRow, rankedRows } from "../nearest/ranked-rows.js";
import { refuseStaleRows } from "../nearest/refuse-stale-rows.js";
import { searchFilter } from "../nearest/search-filter.js";
import { searchTable } from "../nearest/search-table.js";
import type { SearchableVectors } from "../vectors/searchable-vectors.js";
import { numberOfAnswers } from "./number-of-answers.js";
import { directionQuery, type Query } from "./query.js";

/** A word, and how similar it is to the query. */
export interface Neighbour {
  /** A word of the vocabulary. */
  readonly word: string;
  /** The cosine with the query, in `[-1, 1]`. */
  readonly similarity: number;
}

/** Options of {@link mostSimilar}, {@link mostSimilarBatch} and `analogy`. */
export interface MostSimilarOptions {
  /** How many answers. Default 10. */
  readonly top?: number;
  /**
   * What can be an answer: a number of rows, the first ones, which are the frequent words in most files; or the words
   * of a list or set, where words outside the vocabulary count for nothing. Default: all rows.
   */
  readonly restrict?: number | readonly string[] | ReadonlySet<string>;
  /**
   * An index to search instead of the whole table. It finds nearly all of the answers. Not together with `restrict`.
   */
  readonly index?: ApproximateIndex;
  /**
   * How many rows a search of the index keeps in sight. More find more, and take longer. Default 256, or `top` if that
   * is more.
   */
  readonly ef?: number;
}

/**
 * Finds the words whose vectors point most nearly where the query points, best first, equal ones in row order.
 *
 * `similarity = cos(row, q)`, `q = Σ unit(positive) − Σ unit(negative)`: each word and each vector counts by its
 * direction alone. (gensim leaves the vectors of a query at their length.) A single word or vector is the only positive
 * one. The words of the query are never among the answers. A zero vector has the similarity 0 with everything, never
 * NaN.
 *
 * The answers are those of a scan of the whole table in f64. One-byte codes of the rows rule most rows out before: they
 * are made at the first query of a large table, and take a quarter of its memory. For many queries, {@link
 * mostSimilarBatch} is several times as fast.
 *
 * @throws RangeError if a word is unknown, with its nearest spellings; if a vector does not have `D` finite numbers; if
 * the query is empty; if `top` or `restrict` is not a whole number of at least 1
 * @throws TypeError if an option does not exist, or the query is of another kind
 * @throws Error if rows that the query meets have changed since the vectors were made
 *
 * @example
 * mostSimilar(vectors, "year", { top: 2 }) // [{ word: "month", similarity: 0.81 }, { word: "week", similarity: 0.74 }]
 * mostSimilar(vectors, { positive: ["king", "woman"], negative: ["man"] })
 */
export function mostSimilar(vectors: SearchableVectors, query: Query, options: MostSimilarOptions = {}): Neighbour[] {
  return neighbours("mostSimilar", vectors, [directionQuery("mostSimilar", vectors, query)], options)[0];
}

/**
 * Finds the most similar words for each of many queries. The answers are those of {@link mostSimilar}, but the table is
 * read once for all queries.
 *
 * @throws RangeError if a query or an option is wrong; the message says which query
 * @throws TypeError if `queries` is not a list
 *
 * @example
 * mostSimilarBatch(vectors, ["year", "car"], { top: 1 })
 * // [[{ word: "month", similarity: 0.81 }], [{ word: "auto", similarity: 0.71 }]]
 */
export function mostSimilarBatch(
  vectors: SearchableVectors,
  queries: readonly Query[],
  options: MostSimilarOptions = {},
): Neighbour[][] {
  const right = "they are a list, and mostSimilar takes one";
  requireArgument("mostSimilarBatch", Array.isArray(queries), "the queries are", queries, right);
  const directions = queries.map((query: Query, i) => directionQuery(`mostSimilarBatch: query ${i}`, vectors, query));
  return neighbours("mostSimilarBatch", vectors, directions, options);
}

export function neighbours(
  caller: string,
  vectors: SearchableVectors,
  queries: readonly DirectionQuery[],
  options: MostSimilarOptions,
): Neighbour[][] {
  checkOptions(caller, options, { top: true, restrict: true, index: true, ef: true }, queryNames);
  const { restrict, index } = options;
  const top = numberOfAnswers(caller, options.top);
  const { ef = Math.max(256, top) } = options;
  if (index === undefined && options.ef !== undefined) checkWhole(caller, "ef", ef, 1, LARGEST_EF);
  const table = searchTable(vectors);
  const filter = searchFilter(caller, vectors, restrict);
  const toNeighbour = ({ row, score }: RankedRow) => ({
    word: vectors.words[row],
    // Rounding can leave a cosine of 1.0000000000000002.
    similarity: Math.max(-1, Math.min(1, score)),
  });
  if (index === undefined) {
    const found = exactSearch({ table, queries, filter, top });
    refuseStaleRows(caller, vectors, table, rowsAmong(found));
    return found.map((ranked) => ranked.map(toNeighbour));
  }
  if (restrict !== undefined) throw new RangeError(`${caller}: an index knows no \`restrict\`; leave one of them out`);
  checkWhole(caller, "ef", ef, top, LARGEST_EF);
  const graph = graphOf(caller, index, table);
  const found = queries.map((query) => {
    const listed = indexedCandidates(graph, query, ef);
    return rankedRows(listed, cosines(table, query.direction, listed), top);
  });
  refuseStaleRows(caller, vectors, table, rowsAmong(found));
  return found.map((ranked) => ranked.map(toNeighbour));
}

function rowsAmong(found: readonly (readonly RankedRow[])[]): number[] {
  return [...new Set(found.flat().map(({ row }) => row))];
}
