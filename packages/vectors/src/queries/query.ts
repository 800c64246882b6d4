import { givenKind } from "@wordloom/arguments";
import type { DirectionQuery } from "../nearest/direction-query.js";
import { rowOf } from "../vectors/indexed-vectors.js";
import { requireVectors } from "../vectors/require-vectors.js";
import type { SearchableVectors } from "../vectors/searchable-vectors.js";
import { normalised, unitVector, type WordOrVector } from "./unit-vector.js";

/** What an answer is to be near, and what it is to be far from. */
export interface PositiveNegative {
  /** Words and vectors to be near, or a single word. */
  readonly positive?: string | readonly WordOrVector[];
  /** Words and vectors to be far from, or a single word. */
  readonly negative?: string | readonly WordOrVector[];
}

/** What is asked for: a word, a vector, or lists of words and vectors to be near and to be far from. */
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
  requireVectors(caller, vectors);
  const [positive, negative] = isPositiveNegative(query) ? listsOf(caller, query) : [[query], []];
  if (positive.length + negative.length === 0) throw new RangeError(`${caller}: the query names no word and no vector`);
  const directions = (items: readonly WordOrVector[]) => items.map((item) => unitVector(caller, vectors, item));
  const rows = [...positive, ...negative].map((item) => (typeof item === "string" ? rowOf(vectors, item) : undefined));
  return {
    positive: directions(positive),
    negative: directions(negative),
    wordRows: new Set(rows.filter((row) => row !== undefined)),
  };
}

/** `unit(Σ unit(positive) − Σ unit(negative))`, with the words of the query as no answers. */
export function directionQuery(caller: string, vectors: SearchableVectors, query: Query): DirectionQuery {
  const { positive, negative, wordRows } = queryTerms(caller, vectors, query);
  const sum = new Float64Array(vectors.dimension);
  for (const term of positive) for (let d = 0; d < sum.length; d++) sum[d] += term[d];
  for (const term of negative) for (let d = 0; d < sum.length; d++) sum[d] -= term[d];
  return { direction: normalised(sum), excluded: wordRows };
}

/** @throws TypeError for what is no list of words and vectors, and for other fields */
function listsOf(caller: string, query: PositiveNegative): (readonly WordOrVector[])[] {
  const other = Object.keys(query ?? {}).find((name) => name !== "positive" && name !== "negative");
  if (query === null || other !== undefined) {
    const what = query === null ? "is null" : `has no ${JSON.stringify(other)}`;
    throw new TypeError(`${caller}: the query ${what}; it is a word, a vector, or { positive: […], negative: […] }`);
  }
  return (["positive", "negative"] as const).map((name) => {
    const items: unknown = query[name] ?? [];
    if (typeof items === "string" || ArrayBuffer.isView(items)) return [items as WordOrVector];
    if (Array.isArray(items) && typeof items[0] !== "number") return items;
    const what = Array.isArray(items) ? "a list of numbers; a vector has its place in a list" : givenKind(items);
    throw new TypeError(`${caller}: ${name} is ${what}; it is a list of words and vectors`);
  });
}

function isPositiveNegative(query: Query): query is PositiveNegative {
  return typeof query === "object" && !Array.isArray(query) && !ArrayBuffer.isView(query);
}
