import { isKind } from "../arrays/is-kind.js";
import type { Differentiable, FloatsInShape } from "../gradients/differentiable.js";
import { drawFrom } from "./draw.js";

/** One forward of a layer or loss, and a way back that needs no gradient to be given. */
export interface Evaluation {
  readonly result: FloatsInShape | number;
  /** All that forward returned, such as a state beside the output. */
  readonly all: unknown;
  /** Goes back with a fixed gradient of the result, equal in both precisions; 1 for a loss. */
  readonly back: () => unknown;
  /** What `back` gives to a layer. */
  readonly dResult: FloatsInShape | number;
}

/** Runs a layer or loss forward, and holds what is needed to go back. */
export function evaluate<In>(subject: Differentiable<In>, input: In): Evaluation {
  const forward = subject.forward(input);
  if (!("output" in forward))
    return { result: forward.value, all: forward, back: () => forward.backward(), dResult: 1 };
  const { output } = forward;
  const precision = isKind(output.data, "Float32Array") ? "f32" : "f64";
  const dResult = drawFrom(output.data.length, 0, precision).floats(output.shape);
  return { result: output, all: forward, back: () => forward.backward(dResult), dResult };
}
