import { callKernel } from "./kernels.js";
import { checkPrecision, checkShape, matrixShape } from "./matrix-shape.js";
import { type Parameter, touchRow } from "./parameter.js";
import { checkRowIds, NO_ROW } from "./row-ids.js";
import { ShapeError } from "./shape-error.js";
import { type Ids, type Tensor, zerosLike } from "./tensor.js";

/**
 * The mean of the rows that each line of ids names, `out[b, d] = 1/n[b] · Σ_c table[ids[b, c], d]`, where
 * `n[b] ≤ C` counts the ids that are not {@link NO_ROW}.
 *
 * @param table - `[V, D]`
 * @param ids - `[B, C]`
 * @returns `[B, D]`
 * @throws RangeError for an id outside the table, or a line with no id at all
 */
export function meanRows(table: Parameter, ids: Ids): Tensor {
  const [V, D] = matrixShape("meanRows", table.name, table.value);
  const [B, C] = linesOf(ids);
  checkRowIds("meanRows", table.name, V, ids, NO_ROW);
  const out = zerosLike(table.value, [B, D]);
  const from = table.value.data;
  const to = out.data;
  const shares = sharesOf(ids);
  if (callKernel("meanRows", [from, ids.data, shares], [to], B, C, D)) return out;
  for (let b = 0; b < B; b++) {
    for (let c = 0; c < C; c++) {
      if (ids.data[b * C + c] === NO_ROW) continue;
      const row = ids.data[b * C + c] * D;
      for (let d = 0; d < D; d++) to[b * D + d] += shares[b] * from[row + d];
    }
  }
  return out;
}

/**
 * The way back through {@link meanRows}: `table.grad[ids[b, c], d] += dMean[b, d] / n[b]`.
 *
 * The mean divides by n, so each row receives `1/n` of the gradient. word2vec.c and gensim leave that factor out.
 *
 * @param dMean - `[B, D]`
 * @see İrsoy, Benton and Stratos 2021, "Corrected CBOW performs as well as skip-gram", https://arxiv.org/abs/2012.15332
 */
export function scatterAddMeanRows(table: Parameter, ids: Ids, dMean: Tensor): void {
  const [V, D] = matrixShape("scatterAddMeanRows", table.name, table.value);
  const [B, C] = linesOf(ids);
  checkShape("scatterAddMeanRows", "dMean", dMean, [B, D]);
  checkPrecision("scatterAddMeanRows", table.value, dMean);
  checkRowIds("scatterAddMeanRows", table.name, V, ids, NO_ROW);
  const from = dMean.data;
  const to = table.grad.data;
  const shares = sharesOf(ids);
  for (const id of ids.data) if (id !== NO_ROW) touchRow(table, id);
  if (callKernel("scatterAddMeanRows", [from, ids.data, shares], [to], B, C, D)) return;
  for (let b = 0; b < B; b++) {
    for (let c = 0; c < C; c++) {
      if (ids.data[b * C + c] === NO_ROW) continue;
      const row = ids.data[b * C + c] * D;
      for (let d = 0; d < D; d++) to[row + d] += shares[b] * from[b * D + d];
    }
  }
}

function linesOf({ shape }: Ids): [B: number, C: number] {
  if (shape.length !== 2) throw new ShapeError(`meanRows: ids must be [B, C], their shape is [${shape.join(", ")}]`);
  return [shape[0], shape[1]];
}

/** `1/n` of each line. */
function sharesOf({ shape: [B, C], data }: Ids): Float64Array {
  const shares = new Float64Array(B);
  for (let b = 0; b < B; b++) {
    let count = 0;
    for (let c = 0; c < C; c++) if (data[b * C + c] !== NO_ROW) count++;
    if (count === 0)
      throw new RangeError(`meanRows: line ${b} of the ids names no row; leave such examples out of the batch`);
    shares[b] = 1 / count;
  }
  return shares;
}
