import type { BatchSizes } from "../arbitraries/batch-sizes.js";
import { isKind } from "../arrays/is-kind.js";
import { checkGradients } from "../gradients/check-gradients.js";
import type { DifferentiableParameter, FloatsInShape } from "../gradients/differentiable.js";
import { clearGradients } from "../gradients/gradient-contract.js";
import { bitsOf } from "./bits.js";
import type { Arrange, Arrangement } from "./differentiable-row.js";
import { evaluate } from "./evaluation.js";
import { fail } from "./fail.js";

/** Throws if a fact does not hold at these sizes. */
export type Fact = (sizes: BatchSizes) => void;

/** Makes the facts that layers and losses have in common, by the names of their checks. */
export function differentiableFacts<In>(
  arrange: Arrange<In>,
  wrt: ((input: In) => FloatsInShape | null) | undefined,
): Record<string, Fact> {
  return {
    "changes neither its input nor its parameters": (sizes) => checkPurity(arrange(sizes, "f64")),
    "gives the same bits for the same input, whatever came between": (sizes) => checkDeterminism(arrange(sizes, "f64")),
    "has the gradient that finite differences measure": (sizes) => {
      const { make, input, random } = arrange(sizes, "f64");
      const error = checkGradients(make(), input, random, wrt === undefined ? {} : { wrt: wrt(input) });
      if (!(error < 1e-6)) fail(`the gradient is off by a relative ${error}; finite differences allow 1e-6`);
    },
    "adds to the gradients that are there already": (sizes) => checkAccumulation(arrange(sizes, "f64")),
    "shares its parameters with another that holds them": (sizes) => checkSharing(arrange(sizes, "f64")),
    "gives in f32 what it gives in f64, to 1e-5 of the largest number": (sizes) =>
      checkPrecisions(arrange(sizes, "f32"), arrange(sizes, "f64")),
  };
}

function checkPurity<In>({ make, parameters, input }: Arrangement<In>): void {
  const subject = make();
  if (new Set(subject.parameters).size !== subject.parameters.length) fail("a parameter is listed twice");
  const missing = parameters.find((parameter) => !subject.parameters.includes(parameter));
  if (missing !== undefined) fail(`"${missing.name}" is not among its parameters; an optimizer would not see it`);

  const before = { input: bitsOf(input), values: valuesOf(parameters), gradients: gradientsOf(parameters) };
  const { all, back, dResult } = evaluate(subject, input);
  if (bitsOf(input) !== before.input) fail("forward changed its input");
  if (valuesOf(parameters) !== before.values) fail("forward changed the value of a parameter");
  if (gradientsOf(parameters) !== before.gradients) fail("forward changed a gradient; only backward may");
  const [allBits, dResultBits] = [bitsOf(all), bitsOf(dResult)];
  back();
  if (bitsOf(input) !== before.input) fail("backward changed the input of forward");
  if (valuesOf(parameters) !== before.values) fail("backward changed the value of a parameter");
  if (bitsOf(all) !== allBits) fail("backward changed what forward returned");
  if (bitsOf(dResult) !== dResultBits) fail("backward changed the gradient that it was given");
}

function checkDeterminism<In>({ make, parameters, input, otherInput }: Arrangement<In>): void {
  const subject = make();
  const first = evaluate(subject, input);
  const expected = { all: bitsOf(first.all), dInput: bitsOf(first.back()), gradients: gradientsOf(parameters) };
  clearGradients(parameters);

  const again = evaluate(subject, input);
  evaluate(subject, otherInput);
  if (bitsOf(first.all) !== expected.all) fail("a later forward changed what an earlier one returned");
  if (bitsOf(again.all) !== expected.all) fail("forward gave other bits for the same input");
  if (bitsOf(again.back()) !== expected.dInput || gradientsOf(parameters) !== expected.gradients) {
    fail(
      "backward gave another gradient after a forward of another input; what it needs must be its own, not the layer's",
    );
  }
  if (bitsOf(evaluate(make(), input).all) !== expected.all) {
    fail("another one with the same parameters gave other bits for the same input");
  }
}

function checkAccumulation<In>({ make, parameters, input, otherInput }: Arrangement<In>): void {
  const subject = make();
  const inputs = [input, otherInput];
  const apart = inputs.map((each) => gradientsAfter(parameters, [evaluate(subject, each)]));
  const together = gradientsAfter(
    parameters,
    inputs.map((each) => evaluate(subject, each)),
  );
  checkSum(parameters, together, apart, "after backward of two batches");
}

function checkSharing<In>({ make, parameters, input, otherInput }: Arrangement<In>): void {
  const evaluations = () => [evaluate(make(), input), evaluate(make(), otherInput)] as const;
  const [first, second] = evaluations();
  const apart = [gradientsAfter(parameters, [first]), gradientsAfter(parameters, [second])];
  const [early, late] = evaluations();
  checkSum(parameters, gradientsAfter(parameters, [late, early]), apart, "of two that share it");
}

function gradientsAfter(
  parameters: readonly DifferentiableParameter[],
  evaluations: readonly { readonly back: () => unknown }[],
): Float64Array[] {
  clearGradients(parameters);
  for (const { back } of evaluations) back();
  const gradients = parameters.map(({ grad }) => Float64Array.from(grad.data));
  clearGradients(parameters);
  return gradients;
}

function checkSum(
  parameters: readonly DifferentiableParameter[],
  together: readonly Float64Array[],
  apart: readonly Float64Array[][],
  when: string,
): void {
  for (const [p, { name }] of parameters.entries()) {
    for (const [i, sum] of together[p].entries()) {
      const expected = apart.reduce((total, gradients) => total + gradients[p][i], 0);
      if (!(Math.abs(sum - expected) <= 1e-9 * Math.max(1, Math.abs(expected)))) {
        fail(`the gradient of "${name}" ${when} is ${sum} at ${i}, not the sum ${expected}; backward must add to grad`);
      }
    }
  }
}

function checkPrecisions<In>(single: Arrangement<In>, double: Arrangement<In>): void {
  const [singles, doubles] = [single, double].map(({ make, parameters, input }) => {
    const { result, back } = evaluate(make(), input);
    const tensors = { result, "the returned gradient": back() };
    return new Map(
      Object.entries({ ...tensors, ...Object.fromEntries(parameters.map(({ name, grad }) => [name, grad])) }),
    );
  });
  for (const [what, value] of doubles) {
    const numbers = numbersIn(value, "Float64Array", what);
    const rounded = numbersIn(singles.get(what), "Float32Array", what);
    const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 1);
    for (const [i, number] of numbers.entries()) {
      if (!(Math.abs(rounded[i] - number) <= 1e-5 * largest)) {
        fail(`${what} is ${rounded[i]} in f32 and ${number} in f64 at ${i}`);
      }
    }
  }
}

/** The floats of a tensor, of a loss's number, or of nothing. */
function numbersIn(value: unknown, kind: "Float32Array" | "Float64Array", what: string): readonly number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null || !("data" in value)) return [];
  const { data } = value;
  if (!isKind(data, kind)) fail(`${what} has another precision than the parameters and the input`);
  return Array.from(data);
}

function valuesOf(parameters: readonly DifferentiableParameter[]): string {
  return bitsOf(parameters.map(({ value }) => value));
}

/** With the rows that are touched, in their order. */
function gradientsOf(parameters: readonly DifferentiableParameter[]): string {
  return bitsOf(parameters.map(({ grad, touchedRows }) => ({ grad, touchedRows })));
}
