import type { BatchSizes } from "../arbitraries/batch-sizes.js";
import type { DifferentiableLayer, DifferentiableParameter } from "../gradients/differentiable.js";
import type { Battery } from "./battery.js";
import { checksOf } from "./checks-of.js";
import { differentiableFacts, type Fact } from "./differentiable-facts.js";
import { arrangeFrom, type DifferentiableRow } from "./differentiable-row.js";
import { evaluate } from "./evaluation.js";
import { fail } from "./fail.js";

/** Describes one layer to {@link layerBattery}. */
export interface LayerRow<In> extends DifferentiableRow<In> {
  /** Makes the layer of these parameters. */
  readonly layer: (parameters: readonly DifferentiableParameter[], sizes: BatchSizes) => DifferentiableLayer<In>;
  /** The documented shape of the output. */
  readonly output: (sizes: BatchSizes) => readonly number[];
}

/**
 * Makes the contract of a layer, as a list of checks, each over a hundred random sizes from 1 to 6 and shrinking to the smallest that
 * fails: its shape, purity, determinism, gradient, accumulation, sharing, f32 against f64, and all sizes 1.
 *
 * Asks for the fields of a layer alone, so that any object that has them can be checked, in any test runner.
 *
 * @example
 * const { name, checks } = layerBattery({
 *   name: "affine",
 *   parameters: ({ D, H }) => [[D, H], [H]],
 *   layer: ([weight, bias]) => affine(weight, bias),
 *   input: ({ B, D }, { floats }) => floats([B, D]),
 *   output: ({ B, H }) => [B, H],
 * });
 * describe(name, () => {
 *   for (const { name, check } of checks) test(name, check);
 * });
 */
export function layerBattery<In>(row: LayerRow<In>): Battery {
  const arrange = arrangeFrom(row, row.layer);
  const shape: Fact = (sizes) => {
    const { make, input } = arrange(sizes, "f64");
    const { result, back } = evaluate(make(), input);
    if (typeof result === "number") fail("forward returned a value rather than an output; lossBattery checks losses");
    const documented = row.output(sizes);
    if (result.shape.join() !== documented.join()) {
      fail(`the output has shape [${result.shape.join(", ")}], documented is [${documented.join(", ")}]`);
    }
    const size = documented.reduce((product, length) => product * length, 1);
    if (result.data.length !== size) fail(`the output has ${result.data.length} numbers, its shape holds ${size}`);
    back();
  };
  const facts = { "has its documented shape": shape, ...differentiableFacts(arrange, row.wrt) };
  return { name: row.name, checks: checksOf(facts) };
}
