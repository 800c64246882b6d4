import { callKernel } from "./kernels.js";
import { dot } from "./matmul.js";
import { checkPrecision, checkShape, matrixShape } from "./matrix-shape.js";
import { type Parameter, touchRow } from "./parameter.js";
import { checkRowIds } from "./row-ids.js";
import { ShapeError } from "./shape-error.js";
import { type Ids, type Tensor, zerosLike } from "./tensor.js";

/**
 * Dot products of hidden vectors with chosen rows, `out[b, k] = Σ_d table[ids[b, k], d] · hidden[b, d]`.
 *
 * @param table - `[V, D]`
 * @param ids - `[B, K]`, or `[B]` for one row each
 * @param hidden - `[B, D]`
 * @returns the shape of the ids
 * @throws RangeError naming the first id outside the table and its position
 */
export function rowDots(table: Parameter, ids: Ids, hidden: Tensor): Tensor {
  const [V, D] = matrixShape("rowDots", table.name, table.value);
  const [B, K] = linesOf(ids);
  checkShape("rowDots", "hidden", hidden, [B, D]);
  checkPrecision("rowDots", table.value, hidden);
  checkRowIds("rowDots", table.name, V, ids);
  const out = zerosLike(table.value, ids.shape);
  if (callKernel("rowDots", [table.value.data, ids.data, hidden.data], [out.data], B, K, D)) return out;
  for (let b = 0; b < B; b++) {
    for (let k = b * K; k < (b + 1) * K; k++) {
      out.data[k] = dot(table.value.data, ids.data[k] * D, hidden.data, b * D, D);
    }
  }
  return out;
}

/**
 * The way back through {@link rowDots}: `table.grad[ids[b, k], d] += dOut[b, k] · hidden[b, d]`, and
 * `dHidden[b, d] = Σ_k dOut[b, k] · table[ids[b, k], d]`. A repeated id receives the sum.
 *
 * @param dOut - the shape of the ids
 * @returns `dHidden`, `[B, D]`
 */
export function rowDotsBackward(table: Parameter, ids: Ids, hidden: Tensor, dOut: Tensor): Tensor {
  const [V, D] = matrixShape("rowDots", table.name, table.value);
  const [B, K] = linesOf(ids);
  checkShape("rowDotsBackward", "dOut", dOut, ids.shape);
  checkShape("rowDotsBackward", "hidden", hidden, [B, D]);
  checkPrecision("rowDotsBackward", table.value, dOut);
  checkPrecision("rowDotsBackward", table.value, hidden);
  checkRowIds("rowDotsBackward", table.name, V, ids);
  const dHidden = zerosLike(hidden);
  const value = table.value.data;
  const grad = table.grad.data;
  const h = hidden.data;
  const dh = dHidden.data;
  for (const id of ids.data) touchRow(table, id);
  if (callKernel("rowDotsBackward", [value, ids.data, h, dOut.data], [grad, dh], B, K, D)) return dHidden;
  for (let b = 0; b < B; b++) {
    for (let k = b * K; k < (b + 1) * K; k++) {
      const g = dOut.data[k];
      const row = ids.data[k] * D;
      for (let d = 0; d < D; d++) {
        grad[row + d] += g * h[b * D + d];
        dh[b * D + d] += g * value[row + d];
      }
    }
  }
  return dHidden;
}

function linesOf({ shape }: Ids): [B: number, K: number] {
  if (shape.length !== 1 && shape.length !== 2) {
    throw new ShapeError(`rowDots: ids must be [B] or [B, K], their shape is [${shape.join(", ")}]`);
  }
  return [shape[0], shape[1] ?? 1];
}
