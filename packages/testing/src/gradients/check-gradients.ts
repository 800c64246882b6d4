import { isKind } from "../arrays/is-kind.js";
import type { Differentiable, DifferentiableParameter, FloatsInShape } from "./differentiable.js";
import { directionalError } from "./directional-error.js";
import { checkMultiple, checkTouchedRows, clearGradients, requireDoubles } from "./gradient-contract.js";
import { type RandomScalar, randomScalar } from "./random-scalar.js";

/** What `checkGradients` measures, and how. */
export interface CheckGradientsOptions {
  /**
   * The tensor whose gradient `backward` returns: the input itself or a part of it. Default: the input if it is a
   * tensor of floats, else none. `null` for none in any case, such as a first layer whose one-hot input needs none.
   */
  readonly wrt?: FloatsInShape | null;
  /** Length of the step `h`. Default: 1e-4. */
  readonly step?: number;
}

/**
 * Measures the largest relative error of the gradients of a layer or loss, by finite differences. A right gradient
 * stays below 1e-6; a missing factor or term is about as large as the part it changes.
 *
 * The scalar is `L = Σ r · output` with fixed random `r` for a layer, and the value of a loss. For each parameter θ,
 * and for `wrt`, the derivative in one random direction, `⟨∇L, d⟩`, is compared with `(4·δ(h) − δ(2h)) / 3`, where
 * `δ(h) = (L(θ + h·d) − L(θ − h·d)) / 2h` is the central difference and the combination of two (Richardson) leaves an
 * error of O(h⁴). That is four evaluations a tensor, however large it is.
 *
 * - `d` is the unit vector along `ĝ + r̂`: the gradient's direction plus a random one on the same side. The derivative
 *   is then at least `‖∇L‖ / √2`, never near zero by accident, and a wrong gradient shows in the random part.
 * - One direction *per tensor*: in a joint one a wrong small gradient would hide behind a right large one. A parameter
 *   listed twice is moved, and counted, once.
 * - `error = |analytic − numeric| / max(|analytic|, |numeric|)`. A difference below the rounding error of δ, some
 *   `1e-11 · max(1, |L|)`, counts as none: nothing that small can be measured, and zero would differ from its noise.
 *
 * Values are restored to the bit; gradients are cleared before and after.
 *
 * @param random - uniform in `[0, 1)`; seeded, so that a failure can be repeated
 * @throws TypeError if a tensor is not in double precision: in single, rounding drowns the difference
 * @throws Error if a row has a gradient but was not touched, if the touched rows contradict themselves, if backward
 *   returns no gradient for `wrt`, or if a second backward, of twice the first, does not add twice as much
 * @see JAX's `jax.test_util.check_grads` for the idea of a random direction
 *
 * @example
 * const squares = {
 *   parameters: [],
 *   forward: ({ shape, data }: FloatsInShape) => ({
 *     output: { shape, data: data.map((x) => x * x) },
 *     backward: (dOutput: FloatsInShape) => ({ shape, data: data.map((x, i) => 2 * x * dOutput.data[i]) }),
 *   }),
 * };
 * checkGradients(squares, { shape: [2], data: Float64Array.of(3, 4) }, random) < 1e-6 // true
 */
export function checkGradients<In>(
  layer: Differentiable<In>,
  input: In,
  random: () => number,
  { wrt = floatsIn(input), step = 1e-4 }: CheckGradientsOptions = {},
): number {
  const parameters = [...new Set(layer.parameters)];
  for (const { name, value, grad } of parameters) {
    requireDoubles(`the value of "${name}"`, value);
    requireDoubles(`the gradient of "${name}"`, grad);
  }
  if (wrt !== null) requireDoubles("the input", wrt);

  clearGradients(parameters);
  try {
    const scalar = randomScalar(layer, input, random);
    const gradients = gradientsOf(scalar, parameters, wrt);
    const errors = gradients.map(([values, gradient]) => directionalError(scalar, values, gradient, random, step));
    return Math.max(0, ...errors);
  } finally {
    clearGradients(parameters);
  }
}

/** Runs backward twice, the second time doubled: `g` and then `g + 2g` in the parameters, `g` and then `2g` returned. */
function gradientsOf(
  scalar: RandomScalar,
  parameters: readonly DifferentiableParameter[],
  wrt: FloatsInShape | null,
): (readonly [values: FloatsInShape, gradient: Float64Array])[] {
  const dInput = inputGradient(wrt, scalar.backward(1));
  checkTouchedRows(parameters);
  const gradients = parameters.map(({ value, grad }) => [value, Float64Array.from(grad.data)] as const);

  const dInputOfDouble = inputGradient(wrt, scalar.backward(2));
  for (const [index, { name, grad }] of parameters.entries()) {
    checkMultiple(`the gradient of "${name}"`, grad.data, 3, gradients[index][1]);
  }
  checkMultiple("the returned gradient", dInputOfDouble, 2, dInput);
  return wrt === null ? gradients : [...gradients, [wrt, dInput]];
}

function inputGradient(wrt: FloatsInShape | null, returned: unknown): Float64Array {
  if (wrt === null) return new Float64Array(0);
  const gradient = floatsIn(returned);
  if (gradient === null || gradient.shape.join() !== wrt.shape.join()) {
    const what = gradient === null ? "no tensor" : `a tensor of shape [${gradient.shape.join(", ")}]`;
    throw new Error(
      `checkGradients: backward returned ${what} for an input of shape [${wrt.shape.join(", ")}]; ` +
        "if the input needs no gradient, say { wrt: null }",
    );
  }
  return Float64Array.from(gradient.data);
}

function floatsIn(value: unknown): FloatsInShape | null {
  if (typeof value !== "object" || value === null || !("shape" in value && "data" in value)) return null;
  const { shape, data } = value;
  const isFloats = isKind(data, "Float64Array") || isKind(data, "Float32Array");
  return Array.isArray(shape) && isFloats ? { shape, data } : null;
}
