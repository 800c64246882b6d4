import {
  callKernel,
  checkParameter,
  checkPrecision,
  checkRowIds,
  checkShape,
  type Ids,
  matrixShape,
  NO_ROW,
  type Parameter,
  ShapeError,
  touchRow,
  zerosLike,
} from "@wordloom/tensor";
import type { Layer } from "../layer.js";

/**
 * Takes the mean of the rows that each line of ids names: the hidden layer of CBOW.
 *
 * Forward `output[b, d] = 1/n[b] · Σ_c W[ids[b, c], d]`, over the `n[b] ≤ C` ids that are not `NO_ROW`.
 * Back `dW[ids[b, c], d] += 1/n[b] · dOutput[b, d]`: the mean divides by n, so each row receives `1/n` of the gradient.
 * word2vec.c and gensim leave that factor out.
 *
 * @param table - W, `[V, D]`
 * @returns a layer from ids `[B, C]` to `[B, D]`
 * @throws ShapeError if the table is no matrix, ids are not `[B, C]`, or `dOutput` is not `[B, D]`
 * @throws RangeError for an id outside the table, or a line that names no row
 * @see İrsoy, Benton and Stratos 2021, "Corrected CBOW performs as well as skip-gram", https://arxiv.org/abs/2012.15332
 * @example
 * meanEmbedding(parameter("W", matrix([[0, 1], [2, 3]]))).forward(ids([1, 2], [0, 1])).output.data // Float32Array [1, 2]
 */
export function meanEmbedding(table: Parameter): Layer<Ids, void> {
  checkParameter("meanEmbedding", "the table", table);
  const [V, D] = matrixShape("meanEmbedding", table.name, table.value);
  return {
    parameters: [table],
    forward(ids) {
      const [B, C] = linesOf(ids);
      checkRowIds("meanEmbedding", table.name, V, ids, NO_ROW);
      const share = sharesOf(ids);
      const output = zerosLike(table.value, [B, D]);
      const [W, y] = [table.value.data, output.data];
      // A table in kernel memory has a SIMD kernel for the loop.
      if (!callKernel("meanEmbeddingForward", [W, ids.data, share], [y], B, C, D)) {
        for (let b = 0; b < B; b++) {
          for (let c = 0; c < C; c++) {
            if (ids.data[b * C + c] === NO_ROW) continue;
            const row = ids.data[b * C + c] * D;
            for (let d = 0; d < D; d++) y[b * D + d] += share[b] * W[row + d];
          }
        }
      }
      return {
        output,
        backward(dOutput) {
          checkShape("meanEmbedding", "dOutput", dOutput, [B, D]);
          checkPrecision("meanEmbedding", output, dOutput);
          // Once more: kernels trust ids, and these may have been written to since.
          checkRowIds("meanEmbedding", table.name, V, ids, NO_ROW);
          for (const id of ids.data) if (id !== NO_ROW) touchRow(table, id);
          const [dW, dy] = [table.grad.data, dOutput.data];
          if (callKernel("meanEmbeddingBackward", [dy, ids.data, share], [dW], B, C, D)) return;
          for (let b = 0; b < B; b++) {
            for (let c = 0; c < C; c++) {
              if (ids.data[b * C + c] === NO_ROW) continue;
              const row = ids.data[b * C + c] * D;
              for (let d = 0; d < D; d++) dW[row + d] += share[b] * dy[b * D + d];
            }
          }
        },
      };
    },
  };
}

function linesOf({ shape }: Ids): [B: number, C: number] {
  if (shape.length === 2) return [shape[0], shape[1]];
  throw new ShapeError(`meanEmbedding: ids must be [B, C], their shape is [${shape.join(", ")}]`);
}

/** `1/n[b]` of each line: the factor of the mean, on the way there and on the way back. */
function sharesOf({ shape: [B, C], data }: Ids): Float64Array {
  const shares = new Float64Array(B);
  for (let b = 0; b < B; b++) {
    let n = 0;
    for (let c = 0; c < C; c++) if (data[b * C + c] !== NO_ROW) n++;
    if (n === 0) {
      throw new RangeError(`meanEmbedding: line ${b} of the ids names no row; leave such examples out of the batch`);
    }
    shares[b] = 1 / n;
  }
  return shares;
}
