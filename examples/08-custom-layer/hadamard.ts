import type { Layer } from "@wordloom/layers";
import { checkShape, matrixShape, type Parameter, type Tensor, touchAllRows, zerosLike } from "@wordloom/tensor";

/**
 * Scales each dimension by a weight of its own, `output[b, d] = x[b, d] · w[d]`.
 *
 * Back, `dx[b, d] = dOutput[b, d] · w[d]` and `dw[d] += Σ_b dOutput[b, d] · x[b, d]`.
 *
 * @param weight - `[D]`
 * @returns a layer from `[B, D]` to `[B, D]`
 */
export function hadamard(weight: Parameter): Layer {
  const D = weight.value.data.length;
  const w = weight.value.data;
  return {
    parameters: [weight],
    forward(x: Tensor) {
      const [B] = matrixShape("hadamard", "x", x);
      checkShape("hadamard", "x", x, [B, D]);
      const output = zerosLike(x);
      for (let i = 0; i < x.data.length; i++) output.data[i] = x.data[i] * w[i % D];
      return {
        output,
        backward(dOutput: Tensor) {
          const dx = zerosLike(x);
          for (let i = 0; i < x.data.length; i++) {
            dx.data[i] = dOutput.data[i] * w[i % D];
            weight.grad.data[i % D] += dOutput.data[i] * x.data[i];
          }
          // Optimizers visit no other rows.
          touchAllRows(weight);
          return dx;
        },
      };
    },
  };
}
