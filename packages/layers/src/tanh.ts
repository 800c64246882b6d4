import { checkShape, exp, zerosLike } from "@wordloom/tensor";
import type { Layer } from "./layer.js";

/** The hyperbolic tangent of every entry, `y = tanh x`; back, `dx = dy · (1 − y²)`. */
export function tanh(): Layer {
  return {
    parameters: [],
    forward(x) {
      const y = zerosLike(x);
      for (let i = 0; i < x.data.length; i++) y.data[i] = hyperbolicTangent(x.data[i]);
      return {
        output: y,
        backward(dOutput) {
          checkShape("tanh", "dOutput", dOutput, x.shape);
          const dx = zerosLike(x);
          for (let i = 0; i < dx.data.length; i++) dx.data[i] = dOutput.data[i] * (1 - y.data[i] * y.data[i]);
          return dx;
        },
      };
    },
  };
}

/**
 * `tanh x` of one number with the same bits on every engine, unlike `Math.tanh`; within 3 units in the last place.
 *
 * `(1 − e) / (1 + e)` with `e = exp(−2|x|)`, which cannot overflow. Below 0.3, where that subtraction would cancel, Lambert's
 * continued fraction `x / (1 + x² / (3 + x² / (5 + …)))`, of which seven levels leave out less than 1e-17.
 */
export function hyperbolicTangent(x: number): number {
  if (Math.abs(x) < 0.3) {
    const square = x * x;
    let denominator = 13;
    for (let odd = 11; odd > 0; odd -= 2) denominator = odd + square / denominator;
    return x / denominator;
  }
  const e = exp(-2 * Math.abs(x));
  return (Math.sign(x) * (1 - e)) / (1 + e);
}
