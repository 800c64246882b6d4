import {
  callKernel,
  checkParameter,
  checkPrecision,
  checkRowIds,
  checkShape,
  type Ids,
  matrixShape,
  type Parameter,
  touchRow,
  zerosLike,
} from "@wordloom/tensor";
import type { Layer } from "../layer.js";

/**
 * Picks rows of a table: what one-hot vectors times a weight would compute, without the multiplication.
 *
 * Forward `output[…, d] = W[ids[…], d]`. Back `dW[ids[…], d] += dOutput[…, d]`: a repeated id receives the sum.
 *
 * @param table - W, `[V, D]`
 * @returns a layer from ids of any shape, to that shape and D
 * @throws ShapeError if the table is no matrix, or `dOutput` has another shape than the output
 * @throws RangeError naming the first id outside the table and its position
 * @example
 * embedding(parameter("W", matrix([[0, 1], [2, 3]]))).forward(ids([1], [1])).output.data // Float32Array [2, 3]
 */
export function embedding(table: Parameter): Layer<Ids, void> {
  checkParameter("embedding", "the table", table);
  const [V, D] = matrixShape("embedding", table.name, table.value);
  return {
    parameters: [table],
    forward(ids) {
      checkRowIds("embedding", table.name, V, ids);
      const N = ids.data.length;
      const output = zerosLike(table.value, [...ids.shape, D]);
      const [W, y] = [table.value.data, output.data];
      // A table in kernel memory has a SIMD kernel for the loop.
      if (!callKernel("embeddingForward", [W, ids.data], [y], N, D)) {
        for (let i = 0; i < N; i++) {
          const row = ids.data[i] * D;
          for (let d = 0; d < D; d++) y[i * D + d] = W[row + d];
        }
      }
      return {
        output,
        backward(dOutput) {
          checkShape("embedding", "dOutput", dOutput, output.shape);
          checkPrecision("embedding", output, dOutput);
          // Once more: kernels trust ids, and these may have been written to since.
          checkRowIds("embedding", table.name, V, ids);
          for (const id of ids.data) touchRow(table, id);
          const [dW, dy] = [table.grad.data, dOutput.data];
          if (callKernel("embeddingBackward", [ids.data, dy], [dW], N, D)) return;
          for (let i = 0; i < N; i++) {
            const row = ids.data[i] * D;
            for (let d = 0; d < D; d++) dW[row + d] += dy[i * D + d];
          }
        },
      };
    },
  };
}
