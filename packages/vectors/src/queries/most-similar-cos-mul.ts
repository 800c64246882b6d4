import { checkOptions, shownValue } from "@wordloom/arguments";
import { queryNames } from "../arguments/gensim-names.js";
import { candidatesFor, offer, settled } from "../nearest/candidates.js";
import { type CodeTable, QUERIES, SINGLE_ROWS, writeQuery } from "../nearest/code-table.js";
import { cosines } from "../nearest/cosines.js";
import { codesFor } from "../nearest/exact-search.js";
import { rankedRows } from "../nearest/ranked-rows.js";
import { refuseStaleRows } from "../nearest/refuse-stale-rows.js";
import { rowsPassing, type SearchFilter, searchFilter } from "../nearest/search-filter.js";
import { type SearchTable, searchTable } from "../nearest/search-table.js";
import type { SearchableVectors } from "../vectors/searchable-vectors.js";
import { numberOfAnswers } from "./number-of-answers.js";
import { type Query, type QueryTerms, queryTerms } from "./query.js";

/** A word, and its score by 3CosMul, which is at least 0 and not a cosine. */
export interface CosMulAnswer {
  /** A word of the vocabulary. */
  readonly word: string;
  /** The score, at least 0: the higher, the better. */
  readonly score: number;
}

/** Options of {@link mostSimilarCosMul}. */
export interface CosMulOptions {
  /** How many answers. Default 10. */
  readonly top?: number;
  /** What can be an answer: a number of rows, the first ones, or words. Default: all rows. (gensim 4 ignores it.) */
  readonly restrict?: number | readonly string[] | ReadonlySet<string>;
  /** `ε`, which keeps the division finite. Default 1e-6, as in gensim; Levy and Goldberg have 1e-3. */
  readonly epsilon?: number;
}

/**
 * Finds the words that are near to everything positive and far from everything negative, best first (3CosMul). One
 * large similarity cannot make up for a small one, as it can in a sum.
 *
 * `score = Π (1 + cos(positive)) / 2 ÷ (Π (1 + cos(negative)) / 2 + ε)`, with cosines moved to `[0, 1]`. The words of
 * the query are never among the answers. What is to `c` as `b` is to `a`: `{ positive: [b, c], negative: [a] }`.
 *
 * @throws RangeError if a word is unknown, a vector does not fit, nothing is positive, or `epsilon` is not above 0
 * @throws TypeError if an option does not exist, or the query is of another kind
 * @see Levy and Goldberg 2014, eq. 4, https://aclanthology.org/W14-1618
 *
 * @example
 * mostSimilarCosMul(vectors, { positive: ["king", "woman"], negative: ["man"] }, { top: 1 }) // [{ word: "queen", score: 0.93 }]
 */
export function mostSimilarCosMul(
  vectors: SearchableVectors,
  query: Query,
  options: CosMulOptions = {},
): CosMulAnswer[] {
  checkOptions("mostSimilarCosMul", options, { top: true, restrict: true, epsilon: true }, queryNames);
  const { restrict, epsilon = 1e-6 } = options;
  const top = numberOfAnswers("mostSimilarCosMul", options.top);
  if (!(Number.isFinite(epsilon) && epsilon > 0)) {
    throw new RangeError(`mostSimilarCosMul: epsilon is ${shownValue(epsilon)}; it must be a finite number above 0`);
  }
  const filter = searchFilter("mostSimilarCosMul", vectors, restrict);
  const terms = queryTerms("mostSimilarCosMul", vectors, query);
  if (terms.positive.length === 0) throw new RangeError("mostSimilarCosMul: the query names nothing positive");
  const table = searchTable(vectors);
  const codes = codesFor(table, filter, top);
  const found = cosMulRows(codes, table, terms, { filter, top, epsilon });
  refuseStaleRows(
    "mostSimilarCosMul",
    vectors,
    table,
    found.map(({ row }) => row),
  );
  return found.map(({ row, score }) => ({ word: vectors.words[row], score }));
}

interface CosMul {
  readonly filter: SearchFilter;
  readonly top: number;
  readonly epsilon: number;
}

/** With codes or without, the same rows. */
export function cosMulRows(
  codes: CodeTable | undefined,
  table: SearchTable,
  terms: QueryTerms,
  { filter, top, epsilon }: CosMul,
): ReturnType<typeof rankedRows> {
  const scanned = codes && cosMulCandidates(codes, terms, { filter, top, epsilon });
  const listed = scanned ?? rowsPassing(filter, terms.wordRows);
  const [positive, negative] = [terms.positive, terms.negative].map((directions) =>
    directions.map((direction) => cosines(table, direction, listed)),
  );
  const scores = new Float64Array(listed.length);
  for (let i = 0; i < scores.length; i++) scores[i] = product(positive, i, 0) / (product(negative, i, 0) + epsilon);
  return rankedRows(listed, scores, top);
}

/** Of cosines moved to `[0, 1]`, each first moved by `shift`, as far as there is room. */
function product(cosines: readonly ArrayLike<number>[], index: number, shift: number): number {
  let product = 1;
  for (const cosine of cosines) product *= Math.min(1, Math.max(0, (1 + cosine[index] + shift) / 2));
  return product;
}

/** The rows whose scores may be among the best, by bounds of their cosines. */
function cosMulCandidates(
  codes: CodeTable,
  { positive, negative, wordRows }: QueryTerms,
  { filter: { end, isIn, count }, top, epsilon }: CosMul,
): number[] | undefined {
  const terms = [...positive, ...negative];
  if (terms.length > QUERIES) return undefined;
  const { kernels, buffer, table, scratch, errorOf } = codes;
  const queryError = Math.max(...terms.map((direction, index) => writeQuery(codes, index, direction)));
  const scores = terms.map((_, index) => new Float32Array(buffer, scratch.out + index * SINGLE_ROWS * 4, SINGLE_ROWS));
  const [near, far] = [scores.slice(0, positive.length), scores.slice(positive.length)];
  const candidates = candidatesFor(Math.min(top, count));
  for (let start = 0; start < end; start += SINGLE_ROWS) {
    const stop = Math.min(start + SINGLE_ROWS, end);
    for (const [index, { byteOffset }] of scores.entries()) {
      const query = scratch.queries + index * codes.queryBytes;
      kernels.scores(codes.codes, codes.factors, query, byteOffset, start, stop, table.dimension);
    }
    for (let row = start; row < stop; row++) {
      if ((isIn !== undefined && isIn[row] === 0) || wordRows.has(row)) continue;
      const error = errorOf[row] + queryError;
      const upper = product(near, row - start, error) / (product(far, row - start, -error) + epsilon);
      if (upper < candidates.threshold) continue;
      const lower = product(near, row - start, -error) / (product(far, row - start, error) + epsilon);
      offer(candidates, row, lower, upper);
    }
  }
  return settled(candidates);
}
