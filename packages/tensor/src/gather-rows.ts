import { callKernel } from "./kernels.js";
import { checkPrecision, checkShape, matrixShape } from "./matrix-shape.js";
import { type Parameter, touchRow } from "./parameter.js";
import { checkRowIds } from "./row-ids.js";
import { type Ids, type Tensor, zerosLike } from "./tensor.js";

/**
 * The rows that the ids name, `out[…, d] = table[ids[…], d]`.
 *
 * @param table - `[V, D]`
 * @param ids - any shape
 * @returns the shape of the ids, and D
 * @throws RangeError naming the first id outside the table and its position
 */
export function gatherRows(table: Parameter, ids: Ids): Tensor {
  const [V, D] = matrixShape("gatherRows", table.name, table.value);
  checkRowIds("gatherRows", table.name, V, ids);
  const out = zerosLike(table.value, [...ids.shape, D]);
  const from = table.value.data;
  const to = out.data;
  if (callKernel("gatherRows", [from, ids.data], [to], ids.data.length, D)) return out;
  for (let i = 0; i < ids.data.length; i++) {
    const row = ids.data[i] * D;
    for (let d = 0; d < D; d++) to[i * D + d] = from[row + d];
  }
  return out;
}

/**
 * The way back through {@link gatherRows}: `table.grad[ids[…], d] += dRows[…, d]`. A repeated id receives the sum.
 *
 * @param dRows - the shape of the ids, and D
 */
export function scatterAddRows(table: Parameter, ids: Ids, dRows: Tensor): void {
  const [V, D] = matrixShape("scatterAddRows", table.name, table.value);
  checkShape("scatterAddRows", "dRows", dRows, [...ids.shape, D]);
  checkPrecision("scatterAddRows", table.value, dRows);
  checkRowIds("scatterAddRows", table.name, V, ids);
  const from = dRows.data;
  const to = table.grad.data;
  for (const id of ids.data) touchRow(table, id);
  if (callKernel("scatterAddRows", [ids.data, from], [to], ids.data.length, D)) return;
  for (let i = 0; i < ids.data.length; i++) {
    const row = ids.data[i] * D;
    for (let d = 0; d < D; d++) to[row + d] += from[i * D + d];
  }
}
