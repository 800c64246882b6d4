import type { SearchTable } from "./search-table.js";

/**
 * The cosines of the listed rows with a direction; 0 for a zero row.
 *
 * @param direction - `[D]`, of length 1 or 0
 */
export function cosines(
  { numbers, dimension: D, lengths }: SearchTable,
  direction: Float64Array,
  listed: ArrayLike<number>,
): Float64Array {
  const out = new Float64Array(listed.length);
  for (let i = 0; i < out.length; i++) {
    const row = listed[i];
    if (lengths[row] > 0) out[i] = dot(numbers, row * D, direction, D) / lengths[row];
  }
  return out;
}

/** Four sums side by side: one alone would wait for each addition. */
function dot(numbers: Float32Array | Int8Array, start: number, other: Float64Array, D: number): number {
  const whole = D - (D % 4);
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let d = 0;
  for (; d < whole; d += 4) {
    sum0 += numbers[start + d] * other[d];
    sum1 += numbers[start + d + 1] * other[d + 1];
    sum2 += numbers[start + d + 2] * other[d + 2];
    sum3 += numbers[start + d + 3] * other[d + 3];
  }
  for (; d < D; d++) sum0 += numbers[start + d] * other[d];
  return sum0 + sum1 + (sum2 + sum3);
}
