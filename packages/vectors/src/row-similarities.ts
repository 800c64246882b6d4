import type { WordVectors } from "./word-vectors.js";

/**
 * `[rows]`, the cosine of each of the first rows with a direction; 0 for a zero row.
 *
 * @param direction - `[D]`, of length 1 or 0
 */
export function rowSimilarities(
  { data, dimension: D, norms }: WordVectors,
  direction: Float64Array,
  rows: number,
): Float64Array {
  const out = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    if (norms[row] > 0) out[row] = dot(data, row * D, direction, D) / norms[row];
  }
  return out;
}

/** Four sums side by side: one alone would wait for each addition. */
function dot(data: Float32Array, start: number, other: Float64Array, D: number): number {
  const whole = D - (D % 4);
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let d = 0;
  for (; d < whole; d += 4) {
    sum0 += data[start + d] * other[d];
    sum1 += data[start + d + 1] * other[d + 1];
    sum2 += data[start + d + 2] * other[d + 2];
    sum3 += data[start + d + 3] * other[d + 3];
  }
  for (; d < D; d++) sum0 += data[start + d] * other[d];
  return sum0 + sum1 + (sum2 + sum3);
}
