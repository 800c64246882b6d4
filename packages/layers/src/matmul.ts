import {
  addTransposedMatmul,
  matmulTransposed,
  matrixShape,
  type Parameter,
  matmul as product,
  touchAllRows,
} from "@wordloom/tensor";
import type { Layer } from "./layer.js";

/**
 * Product with a weight, `output = x · W`; back `dW += xᵀ · dOutput` and `dx = dOutput · Wᵀ`.
 *
 * @param weight - `[I, O]`; its gradient is dense: every row counts as touched
 * @returns a layer from `[B, I]` to `[B, O]`
 */
export function matmul(weight: Parameter): Layer {
  matrixShape("matmul", weight.name, weight.value);
  return {
    parameters: [weight],
    forward(x) {
      return {
        output: product(x, weight.value),
        backward(dOutput) {
          addTransposedMatmul(weight.grad, x, dOutput);
          touchAllRows(weight);
          return matmulTransposed(dOutput, weight.value);
        },
      };
    },
  };
}
