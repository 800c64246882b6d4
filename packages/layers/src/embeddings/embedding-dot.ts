import {
  callKernel,
  checkParameter,
  checkPrecision,
  checkRowIds,
  checkShape,
  dot,
  type Ids,
  matrixShape,
  type Parameter,
  ShapeError,
  type Tensor,
  touchRow,
  zerosLike,
} from "@wordloom/tensor";
import type { Layer } from "../layer.js";

/** What `embeddingDot` takes: hidden vectors, and for each of them the rows to compare it with. */
export interface HiddenAndIds {
  /** `[B, D]` */
  readonly hidden: Tensor;
  /** `[B, K]`, or `[B]` for one row each. */
  readonly ids: Ids;
}

/**
 * Scores hidden vectors against chosen rows only: a few columns of the product with the output weight.
 *
 * Forward `output[b, k] = Σ_d W[ids[b, k], d] · hidden[b, d]`.
 * Back `dW[ids[b, k], d] += dOutput[b, k] · hidden[b, d]`, where a repeated id receives the sum, and
 * `dHidden[b, d] = Σ_k dOutput[b, k] · W[ids[b, k], d]`.
 *
 * @param table - W, `[V, D]`
 * @returns a layer from {@link HiddenAndIds} to the shape of the ids; its `backward` returns `dHidden`, `[B, D]`
 * @throws ShapeError if shapes or precisions do not fit
 * @throws RangeError naming the first id outside the table and its position
 * @example
 * const W = parameter("W", matrix([[0, 1], [2, 3]]));
 * embeddingDot(W).forward({ hidden: matrix([[1, 10]]), ids: ids([1, 2], [1, 0]) }).output.data // Float32Array [32, 10]
 */
export function embeddingDot(table: Parameter): Layer<HiddenAndIds, Tensor> {
  checkParameter("embeddingDot", "the table", table);
  const [V, D] = matrixShape("embeddingDot", table.name, table.value);
  return {
    parameters: [table],
    forward({ hidden, ids }) {
      const [B, K] = linesOf(ids);
      checkShape("embeddingDot", "hidden", hidden, [B, D]);
      checkPrecision("embeddingDot", table.value, hidden);
      checkRowIds("embeddingDot", table.name, V, ids);
      const output = zerosLike(table.value, ids.shape);
      const [W, h, y] = [table.value.data, hidden.data, output.data];
      // A table in kernel memory has a SIMD kernel for the loop.
      if (!callKernel("embeddingDotForward", [W, ids.data, h], [y], B, K, D)) {
        for (let b = 0; b < B; b++) {
          for (let k = b * K; k < (b + 1) * K; k++) y[k] = dot(W, ids.data[k] * D, h, b * D, D);
        }
      }
      return {
        output,
        backward(dOutput) {
          checkShape("embeddingDot", "dOutput", dOutput, ids.shape);
          checkPrecision("embeddingDot", table.value, dOutput);
          // Once more: kernels trust ids, and these may have been written to since.
          checkRowIds("embeddingDot", table.name, V, ids);
          for (const id of ids.data) touchRow(table, id);
          const dHidden = zerosLike(hidden);
          const [dW, dh, dy] = [table.grad.data, dHidden.data, dOutput.data];
          if (callKernel("embeddingDotBackward", [W, ids.data, h, dy], [dW, dh], B, K, D)) return dHidden;
          for (let b = 0; b < B; b++) {
            for (let k = b * K; k < (b + 1) * K; k++) {
              const g = dy[k];
              const row = ids.data[k] * D;
              for (let d = 0; d < D; d++) {
                dW[row + d] += g * h[b * D + d];
                dh[b * D + d] += g * W[row + d];
              }
            }
          }
          return dHidden;
        },
      };
    },
  };
}

function linesOf({ shape }: Ids): [B: number, K: number] {
  if (shape.length === 1 || shape.length === 2) return [shape[0], shape[1] ?? 1];
  throw new ShapeError(`embeddingDot: ids must be [B] or [B, K], their shape is [${shape.join(", ")}]`);
}
