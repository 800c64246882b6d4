import { callKernel } from "../kernels.js";
import { checkPrecision, checkShape, matrixShape } from "../tensors/matrix-shape.js";
import { ShapeError } from "../tensors/shape-error.js";
import { type Tensor, zerosLike } from "../tensors/tensor.js";

/**
 * Multiplies two matrices, `out[i, j] = Σ_k a[i, k] · b[k, j]`.
 *
 * @param a - `[I, K]`
 * @param b - `[K, J]`, of the same precision
 * @returns `[I, J]`
 * @throws ShapeError if the inner dimensions or the precisions differ
 * @example
 * matmul(matrix([[1, 2]]), matrix([[3], [4]])).data // Float32Array [11]
 */
export function matmul(a: Tensor, b: Tensor): Tensor {
  const [I] = matrixShape("matmul", "a", a);
  const [, J] = matrixShape("matmul", "b", b);
  return matmulInto(zerosLike(a, [I, J]), a, b);
}

/**
 * Multiplies two matrices, `out[i, j] = Σ_k a[i, k] · b[k, j]`, into `out`, which may be neither operand. Returns `out`.
 *
 * @param out - `[I, J]`
 * @param a - `[I, K]`
 * @param b - `[K, J]`
 * @throws ShapeError if the dimensions do not fit or the precisions differ
 */
export function matmulInto(out: Tensor, a: Tensor, b: Tensor): Tensor {
  const [I, K, J] = productShape("matmul", a, b, out, [0, 1], [0, 1]);
  out.data.fill(0);
  if (callKernel("addMatmul", [a.data, b.data], [out.data], I, K, J)) return out;
  for (let i = 0; i < I; i++) {
    for (let k = 0; k < K; k++) addScaledRow(out, i * J, a.data[i * K + k], b, k * J, J);
  }
  return out;
}

/**
 * Multiplies by a transpose, `out[i, j] = Σ_k a[i, k] · b[j, k]`: the way back through `x ↦ x · b`.
 *
 * @param a - `[I, K]`
 * @param b - `[J, K]`
 * @returns `[I, J]`
 * @throws ShapeError if the dimensions do not fit or the precisions differ
 */
export function matmulTransposed(a: Tensor, b: Tensor): Tensor {
  const [I] = matrixShape("matmulTransposed", "a", a);
  const [J] = matrixShape("matmulTransposed", "b", b);
  const out = zerosLike(a, [I, J]);
  const [, K] = productShape("matmulTransposed", a, b, out, [0, 1], [1, 0]);
  if (callKernel("matmulTransposed", [a.data, b.data], [out.data], I, K, J)) return out;
  for (let i = 0; i < I; i++) {
    for (let j = 0; j < J; j++) out.data[i * J + j] = dot(a.data, i * K, b.data, j * K, K);
  }
  return out;
}

/**
 * Adds a product with a transpose, `out[i, j] += Σ_k a[k, i] · b[k, j]`: the gradient of a weight.
 *
 * @param out - `[I, J]`, neither operand
 * @param a - `[K, I]`
 * @param b - `[K, J]`
 * @throws ShapeError if the dimensions do not fit or the precisions differ
 */
export function addTransposedMatmul(out: Tensor, a: Tensor, b: Tensor): void {
  const [I, K, J] = productShape("addTransposedMatmul", a, b, out, [1, 0], [0, 1]);
  if (callKernel("addTransposedMatmul", [a.data, b.data], [out.data], I, K, J)) return;
  for (let k = 0; k < K; k++) {
    for (let i = 0; i < I; i++) addScaledRow(out, i * J, a.data[k * I + i], b, k * J, J);
  }
}

/**
 * Computes a dot product, `Σ_d a[aStart + d] · b[bStart + d]`, over `length` numbers.
 *
 * Four running sums, because one alone would wait for each addition to finish: 2.5 times slower at D = 100.
 */
export function dot(
  a: ArrayLike<number>,
  aStart: number,
  b: ArrayLike<number>,
  bStart: number,
  length: number,
): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let d = 0;
  for (; d + 3 < length; d += 4) {
    s0 += a[aStart + d] * b[bStart + d];
    s1 += a[aStart + d + 1] * b[bStart + d + 1];
    s2 += a[aStart + d + 2] * b[bStart + d + 2];
    s3 += a[aStart + d + 3] * b[bStart + d + 3];
  }
  for (; d < length; d++) s0 += a[aStart + d] * b[bStart + d];
  return s0 + s1 + (s2 + s3);
}

function addScaledRow(
  out: Tensor,
  outStart: number,
  scale: number,
  row: Tensor,
  rowStart: number,
  length: number,
): void {
  const to = out.data;
  const from = row.data;
  for (let j = 0; j < length; j++) to[outStart + j] += scale * from[rowStart + j];
}

/** `[I, K, J]` of a product, where `aAxes` and `bAxes` say which axis of each operand is which. */
function productShape(
  caller: string,
  a: Tensor,
  b: Tensor,
  out: Tensor,
  aAxes: readonly [I: number, K: number],
  bAxes: readonly [K: number, J: number],
): [I: number, K: number, J: number] {
  const aShape = matrixShape(caller, "a", a);
  const bShape = matrixShape(caller, "b", b);
  const [I, K, J] = [aShape[aAxes[0]], aShape[aAxes[1]], bShape[bAxes[1]]];
  if (bShape[bAxes[0]] !== K) {
    throw new ShapeError(
      `${caller}: inner dimensions differ: a is [${aShape.join(", ")}], b is [${bShape.join(", ")}]`,
    );
  }
  checkShape(caller, "out", out, [I, J]);
  checkPrecision(caller, a, b);
  checkPrecision(caller, a, out);
  return [I, K, J];
}
