import { requireArgument } from "@wordloom/arguments";
import type { Tensor } from "@wordloom/tensor";
import type { Layer } from "./layer.js";

/**
 * Makes one layer of several, one after the other, `fₙ(… f₂(f₁(x)))`; the gradient goes back through them in reverse.
 *
 * @param first - takes any input, ids included
 * @param rest - take and give tensors
 * @throws TypeError if one of them is no layer
 * @example
 * chain(embedding(table), affine(weight, bias), sigmoid())
 */
export function chain<In, DIn>(first: Layer<In, DIn>, ...rest: readonly Layer[]): Layer<In, DIn> {
  const layers = [first, ...rest];
  const wrong = layers.findIndex((layer) => typeof Object(layer).forward !== "function");
  const right = "affine(weight, bias) and the like make layers";
  requireArgument("chain", wrong < 0, `layer ${wrong} is`, layers[wrong], right);
  return {
    parameters: [...new Set(layers.flatMap((layer) => layer.parameters))],
    forward(input) {
      const start = first.forward(input);
      let output = start.output;
      const backwards: ((dOutput: Tensor) => Tensor)[] = [];
      for (const layer of rest) {
        const step = layer.forward(output);
        output = step.output;
        backwards.push(step.backward);
      }
      return {
        output,
        backward(dOutput) {
          return start.backward(backwards.reduceRight((gradient, backward) => backward(gradient), dOutput));
        },
      };
    },
  };
}
