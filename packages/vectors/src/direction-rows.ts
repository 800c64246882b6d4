import type { Int8Vectors } from "./int8-vectors.js";
import type { WordVectors } from "./word-vectors.js";

/** What can be asked for neighbours. */
export type SearchableVectors = WordVectors | Int8Vectors;

/** `[V, D]` numbers, of which queries use the directions alone: each row divided by its length. */
export interface DirectionRows {
  readonly dimension: number;
  readonly numbers: Float32Array | Int8Array;
  /** `[V]`, f64; 0 for a row of zeros. */
  readonly lengths: Float64Array;
}

export function directionRows(vectors: SearchableVectors): DirectionRows {
  const { dimension } = vectors;
  return "codes" in vectors
    ? { dimension, numbers: vectors.codes, lengths: vectors.codeNorms }
    : { dimension, numbers: vectors.data, lengths: vectors.norms };
}
