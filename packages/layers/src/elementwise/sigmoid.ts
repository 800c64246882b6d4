import { checkShape, exp, zerosLike } from "@wordloom/tensor";
import type { Layer } from "../layer.js";

/**
 * Takes the logistic function of every entry.
 *
 * Forward `y = σ(x) = 1 / (1 + exp(−x))`. Back `dx = dy · y · (1 − y)`.
 *
 * @returns a layer that keeps the shape, whatever it is
 */
export function sigmoid(): Layer {
  return {
    parameters: [],
    forward(x) {
      const y = zerosLike(x);
      for (let i = 0; i < x.data.length; i++) y.data[i] = logistic(x.data[i]);
      return {
        output: y,
        backward(dOutput) {
          checkShape("sigmoid", "dOutput", dOutput, x.shape);
          const dx = zerosLike(x);
          for (let i = 0; i < dx.data.length; i++) dx.data[i] = dOutput.data[i] * y.data[i] * (1 - y.data[i]);
          return dx;
        },
      };
    },
  };
}

/**
 * Computes `σ(x) = 1 / (1 + exp(−x))` of one number, to full relative precision at both ends: `exp` only ever sees
 * `−|x|`, so that nothing overflows and `σ(−800)` is the tiny number that it is.
 */
export function logistic(x: number): number {
  const e = exp(-Math.abs(x));
  return (x >= 0 ? 1 : e) / (1 + e);
}
