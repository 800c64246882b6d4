import { direction, unit, type WordOrVector } from "./direction.js";
import type { SearchableVectors } from "./direction-rows.js";
import { rowOf } from "./indexed-vectors.js";
import type { RowQuery } from "./nearest-rows.js";

/** What to be near, and what to be far from. */
export interface PositiveNegative {
  readonly positive?: readonly WordOrVector[];
  readonly negative?: readonly WordOrVector[];
}

/** A word, a vector, or lists of both kinds. */
export type Query = WordOrVector | PositiveNegative;

/** A query as directions, and the rows of its words. */
export interface QueryTerms {
  /** `[D]` each, of length 1 or 0. */
  readonly positive: readonly Float64Array[];
  readonly negative: readonly Float64Array[];
  readonly wordRows: ReadonlySet<number>;
}

/** @throws RangeError for an unknown word, a vector that doesn't fit, or an empty query */
export function queryTerms(caller: string, vectors: SearchableVectors, query: Query): QueryTerms {
  const { positive = [], negative = [] } = isPositiveNegative(query) ? query : { positive: [query] };
  if (positive.length + negative.length === 0) throw new RangeError(`${caller}: the query names no word and no vector`);
  const directions = (items: readonly WordOrVector[]) => items.map((item) => direction(caller, vectors, item));
  const rows = [...positive, ...negative].map((item) => (typeof item === "string" ? rowOf(vectors, item) : undefined));
  return {
    positive: directions(positive),
    negative: directions(negative),
    wordRows: new Set(rows.filter((row) => row !== undefined)),
  };
}

/** `unit(Σ unit(positive) − Σ unit(negative))`, with the words of the query as no answers. */
export function rowQuery(caller: string, vectors: SearchableVectors, query: Query): RowQuery {
  const { positive, negative, wordRows } = queryTerms(caller, vectors, query);
  const sum = new Float64Array(vectors.dimension);
  for (const term of positive) for (let d = 0; d < sum.length; d++) sum[d] += term[d];
  for (const term of negative) for (let d = 0; d < sum.length; d++) sum[d] -= term[d];
  return { direction: unit(sum), excluded: wordRows };
}

function isPositiveNegative(query: Query): query is PositiveNegative {
  return typeof query === "object" && !Array.isArray(query) && !ArrayBuffer.isView(query);
}
