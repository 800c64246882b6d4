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
  const end = (row + 1) * D;
  const fours = end - (D % 4);
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = row * D;
  for (; i < fours; i += 4) {
    a += data[i] * data[i];
    b += data[i + 1] * data[i + 1];
    c += data[i + 2] * data[i + 2];
    d += data[i + 3] * data[i + 3];
  }
  for (; i < end; i++) a += data[i] * data[i];
  return Math.sqrt(a + b + (c + d));
}
