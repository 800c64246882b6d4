import {
  addTransposedMatmul,
  asMatrix,
  checkParameter,
  matmulTransposed,
  matrixShape,
  type Parameter,
  matmul as product,
  touchAllRows,
} from "@wordloom/tensor";
import type { Layer } from "../layer.js";

/**
 * Multiplies by a weight.
 *
 * Forward `output = x · W`. Back `dx = dOutput · Wᵀ` and `dW += xᵀ · dOutput`.
 *
 * @param weight - W, `[I, O]`; its gradient is dense: every row counts as touched
 * @returns a layer from `[…, I]` to `[…, O]`, such as `[B, I]`, or `[T, B, I]` for sequences
 * @throws ShapeError if shapes or precisions do not fit
 */
export function matmul(weight: Parameter): Layer {
  checkParameter("matmul", "the weight", weight);
  const [I, O] = matrixShape("matmul", weight.name, weight.value);
  return {
    parameters: [weight],
    forward(x) {
      const lines = asMatrix(x);
      const outer = x.shape.slice(0, -1);
      return {
        output: { shape: [...outer, O], data: product(lines, weight.value).data },
        backward(dOutput) {
          const dLines = asMatrix(dOutput);
          addTransposedMatmul(weight.grad, lines, dLines);
          touchAllRows(weight);
          return { shape: [...outer, I], data: matmulTransposed(dLines, weight.value).data };
        },
      };
    },
  };
}
