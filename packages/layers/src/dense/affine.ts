import {
  checkParameter,
  checkPrecision,
  checkShape,
  matrixShape,
  type Parameter,
  touchAllRows,
} from "@wordloom/tensor";
import type { Layer } from "../layer.js";
import { addBias, addBiasGradient } from "./add-bias.js";
import { matmul } from "./matmul.js";

/**
 * Multiplies by a weight and adds a bias.
 *
 * Forward `output[b] = x[b] · W + bias`. Back `dx = dOutput · Wᵀ`, `dW += xᵀ · dOutput` and `dBias += Σ_b dOutput[b]`, over all
 * lines b.
 *
 * @param weight - W, `[I, O]`; every row of it counts as touched
 * @param bias - `[O]`
 * @returns a layer from `[…, I]` to `[…, O]`, such as `[B, I]`, or `[T, B, I]` for sequences
 * @throws ShapeError if the bias does not fit the weight, in shape or precision
 */
export function affine(weight: Parameter, bias: Parameter): Layer {
  checkParameter("affine", "the weight", weight);
  checkParameter("affine", "the bias", bias);
  const [, O] = matrixShape("affine", weight.name, weight.value);
  checkShape("affine", bias.name, bias.value, [O]);
  checkPrecision("affine", weight.value, bias.value);
  const linear = matmul(weight);
  return {
    parameters: [weight, bias],
    forward(x) {
      const { output, backward } = linear.forward(x);
      addBias(output, bias);
      return {
        output,
        backward(dOutput) {
          const dInput = backward(dOutput);
          addBiasGradient(bias, dOutput);
          touchAllRows(bias);
          return dInput;
        },
      };
    },
  };
}
