import type { Differentiable } from "./differentiable.js";
import { requireDoubles } from "./gradient-contract.js";

/** A layer or loss that ends in one number. */
export interface RandomScalar {
  value(): number;
  /** Adds `factor` times the gradient; returns what the layer returns. */
  backward(factor: number): unknown;
}

/** Makes one number of what a layer or loss returns: `Σ r · output` with fixed `r`, uniform in `[−1, 1)`; a loss is already a number. */
export function randomScalar<In>(layer: Differentiable<In>, input: In, random: () => number): RandomScalar {
  const first = layer.forward(input);
  if ("output" in first) requireDoubles("the output", first.output);
  const weights = Float64Array.from("output" in first ? first.output.data : [], () => 2 * random() - 1);

  return {
    value() {
      const forward = layer.forward(input);
      if (!("output" in forward)) return forward.value;
      return weights.reduce((sum, weight, i) => sum + weight * forward.output.data[i], 0);
    },
    backward(factor) {
      const forward = layer.forward(input);
      if (!("output" in forward)) return forward.backward(factor);
      return forward.backward({ shape: forward.output.shape, data: weights.map((weight) => factor * weight) });
    },
  };
}
