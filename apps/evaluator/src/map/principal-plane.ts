import { EigenvalueDecomposition, Matrix } from "ml-matrix";

/** The projections of points on the plane along which they differ most. */
export interface Plane {
  /** The coordinates, `[N]` each. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The share of the variance that the plane shows, in `[0, 1]`; 1 if there is no variance. */
  readonly variance: number;
}

/**
 * Computes the first two principal components: the projections of points on the two directions of most variance. The largest
 * coordinate of each direction is positive, so equal points are never mirrored.
 *
 * @param points - `[N, D]`, row-major
 * @param D - the dimension of the points
 *
 * @example
 * principalPlane(Float64Array.of(0, 0, 3, 4), 2) // x: [-2.5, 2.5], y: [0, 0], variance: 1
 */
export function principalPlane(points: Float64Array, D: number): Plane {
  const centred = aroundMean(points, D);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(products(centred, D)), {
    assumeSymmetric: true,
  });
  // Eigenvalues come in rising order. Rounding can make one that is 0 slightly negative.
  const values = realEigenvalues.map((value) => Math.max(0, value));
  const total = values.reduce((sum, value) => sum + value, 0);
  const component = (k: number) => {
    if (k > D) return new Float64Array(points.length / D);
    return projections(centred, withPositiveLargest(eigenvectorMatrix.getColumn(D - k)));
  };
  return {
    x: component(1),
    y: component(2),
    variance: total === 0 ? 1 : (values[D - 1] + (values[D - 2] ?? 0)) / total,
  };
}

function aroundMean(points: Float64Array, D: number): Float64Array {
  const mean = new Float64Array(D);
  for (let i = 0; i < points.length; i++) mean[i % D] += points[i];
  return points.map((value, i) => value - (mean[i % D] * D) / points.length);
}

/** Computes `XᵀX`, `[D, D]`. */
function products(X: Float64Array, D: number): Float64Array[] {
  const out = Array.from({ length: D }, () => new Float64Array(D));
  for (let start = 0; start < X.length; start += D) {
    for (let i = 0; i < D; i++) {
      const value = X[start + i];
      for (let j = 0; j <= i; j++) out[i][j] += value * X[start + j];
    }
  }
  for (let i = 0; i < D; i++) for (let j = 0; j < i; j++) out[j][i] = out[i][j];
  return out;
}

function projections(X: Float64Array, direction: readonly number[]): Float64Array {
  const D = direction.length;
  const out = new Float64Array(X.length / D);
  for (let i = 0; i < X.length; i++) out[Math.floor(i / D)] += X[i] * direction[i % D];
  return out;
}

function withPositiveLargest(direction: readonly number[]): readonly number[] {
  const largest = direction.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return largest < 0 ? direction.map((value) => -value) : direction;
}
