/**
 * The Euclidean length of each row of `[V, D]`, in f64, where the squares of f32 numbers neither overflow nor
 * vanish: it is finite exactly if the row is.
 */
export function rowNorms(data: Float32Array, D: number): Float64Array {
  const norms = new Float64Array(data.length / D);
  for (let row = 0; row < norms.length; row++) norms[row] = rowNorm(data, row, D);
  return norms;
}

export function rowNorm(data: Float32Array, row: number, D: number): number {
  let sum = 0;
  for (let i = row * D; i < (row + 1) * D; i++) sum += data[i] * data[i];
  return Math.sqrt(sum);
}
