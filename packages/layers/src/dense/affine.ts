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
 * Product with a weight plus a bias, `output[b] = x[b] · W + bias`; back, the bias receives `Σ_b dOutput[b]`, over all lines.
 *
 * @param weight - `[I, O]`
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
