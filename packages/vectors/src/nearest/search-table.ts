import type { SearchableVectors } from "../vectors/searchable-vectors.js";

/**
 * `[V, D]` numbers, of which queries use the directions alone: each row divided by its length. There is one such object for
 * each value, and whatever queries derive from the numbers is kept by it: a copy of the value, a clone, or another value made
 * over the same memory derives its own.
 */
export interface SearchTable {
  readonly dimension: number;
  readonly numbers: Float32Array | Int8Array;
  /** `[V]`, f64; 0 for a row of zeros. */
  readonly lengths: Float64Array;
}

const tables = new WeakMap<SearchableVectors, SearchTable>();

export function searchTable(vectors: SearchableVectors): SearchTable {
  const [numbers, lengths] = "codes" in vectors ? [vectors.codes, vectors.codeNorms] : [vectors.data, vectors.norms];
  const known = tables.get(vectors);
  if (known?.numbers === numbers && known.lengths === lengths) return known;
  const table = { dimension: vectors.dimension, numbers, lengths };
  tables.set(vectors, table);
  return table;
}
