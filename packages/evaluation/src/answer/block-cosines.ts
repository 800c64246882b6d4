import type { WordVectors } from "@wordloom/vectors";

/**
 * Cosines of directions with rows `start` to `start + size`: `out[t · stride + i] = directions[t] · unit(row start + i)`.
 * NaN for rows of zeros, which have no direction.
 *
 * The product of two matrices that takes nearly all of the time of an evaluation. Four directions at a time, so that
 * each number of a row is read once for four. In f64, since figures must be those of gensim and word2vec.c to the last
 * answer; a SIMD scan by question in place of this was hardly faster, see docs/evaluation.md.
 *
 * @param out - `[T, stride]`, T a multiple of four
 * @param directions - `[T, D]`
 */
export function blockCosines(
  out: Float64Array,
  stride: number,
  directions: Float64Array,
  { data, dimension: D, norms }: WordVectors,
  start: number,
  size: number,
): void {
  for (let t = 0; t * D < directions.length; t += 4) {
    const t0 = t * D;
    const t1 = t0 + D;
    const t2 = t1 + D;
    const t3 = t2 + D;
    for (let i = 0; i < size; i++) {
      const row = (start + i) * D;
      let sum0 = 0;
      let sum1 = 0;
      let sum2 = 0;
      let sum3 = 0;
      for (let d = 0; d < D; d++) {
        const x = data[row + d];
        sum0 += x * directions[t0 + d];
        sum1 += x * directions[t1 + d];
        sum2 += x * directions[t2 + d];
        sum3 += x * directions[t3 + d];
      }
      const norm = norms[start + i];
      const scale = norm === 0 ? Number.NaN : 1 / norm;
      out[t * stride + i] = sum0 * scale;
      out[(t + 1) * stride + i] = sum1 * scale;
      out[(t + 2) * stride + i] = sum2 * scale;
      out[(t + 3) * stride + i] = sum3 * scale;
    }
  }
}
