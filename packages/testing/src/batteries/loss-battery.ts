import type { BatchSizes } from "../arbitraries/batch-sizes.js";
import { isKind } from "../arrays/is-kind.js";
import type { DifferentiableLossLayer, DifferentiableParameter } from "../gradients/differentiable.js";
import type { Battery } from "./battery.js";
import { checksOf } from "./checks-of.js";
import { differentiableFacts, type Fact } from "./differentiable-facts.js";
import { arrangeFrom, type DifferentiableRow } from "./differentiable-row.js";
import { fail } from "./fail.js";
import { repeatBatch } from "./repeat-batch.js";

/** Describes one loss, or a model that ends in one, to {@link lossBattery}. */
export interface LossRow<In> extends DifferentiableRow<In> {
  /** Makes the loss of these parameters. A function of logits and labels is given as `{ parameters: [], forward: … }`. */
  readonly loss: (parameters: readonly DifferentiableParameter[], sizes: BatchSizes) => DifferentiableLossLayer<In>;
}

/**
 * Makes the contract of a loss, as a list of checks: those of a layer (see `layerBattery`), and that its value is one finite number,
 * the mean over the batch, and that `backward(dLoss)` multiplies the gradient by `dLoss`, 1 if left out.
 *
 * Every tensor, and all ids, in the input must have the batch as their first axis.
 *
 * @example
 * lossBattery({
 *   name: "softmaxWithLoss",
 *   input: ({ B, V }, { floats, ids }) => ({ logits: floats([B, V]), targets: ids(V, [B]) }),
 *   wrt: ({ logits }) => logits,
 *   loss: () => ({ parameters: [], forward: ({ logits, targets }) => softmaxWithLoss(logits, targets) }),
 * });
 */
export function lossBattery<In>(row: LossRow<In>): Battery {
  const arrange = arrangeFrom(row, row.loss);
  const lossOf = (sizes: BatchSizes) => {
    const { parameters, input } = arrange(sizes, "f64");
    return { loss: row.loss(parameters, sizes), input };
  };

  const finite: Fact = (sizes) => {
    const { loss, input } = lossOf(sizes);
    const { value } = loss.forward(input);
    if (!(typeof value === "number" && Number.isFinite(value))) fail(`the value is ${value}, not a finite number`);
  };
  const mean: Fact = (sizes) => {
    const { loss, input } = lossOf(sizes);
    const [once, twice] = [input, repeatBatch(input)].map((each) => loss.forward(each).value);
    if (!(Math.abs(twice - once) <= 1e-10 * Math.max(1, Math.abs(once)))) {
      fail(`the value is ${once} for a batch and ${twice} for the same batch twice over; it must be a mean`);
    }
  };
  const weighted: Fact = (sizes) => {
    const gradientsFor = (dLoss: number | undefined): number[] => {
      const { loss, input } = lossOf(sizes);
      const dInput = floatsOf(loss.forward(input).backward(dLoss));
      return [...dInput, ...loss.parameters.flatMap(({ grad }) => Array.from(grad.data))];
    };
    const [once, thrice] = [gradientsFor(undefined), gradientsFor(3)];
    for (const [i, gradient] of once.entries()) {
      if (!(Math.abs(thrice[i] - 3 * gradient) <= 1e-10 * Math.max(1, Math.abs(gradient)))) {
        fail(
          `the gradient is ${gradient} after backward() and ${thrice[i]} after backward(3), not three times as much`,
        );
      }
    }
  };

  const facts = {
    "has one finite number for a value": finite,
    "is a mean over the batch: the same for the batch twice over": mean,
    "multiplies its gradient by what backward is given, 1 if nothing": weighted,
    ...differentiableFacts(arrange, row.wrt),
  };
  return { name: row.name, checks: checksOf(facts) };
}

function floatsOf(value: unknown): readonly number[] {
  if (typeof value !== "object" || value === null || !("data" in value)) return [];
  const { data } = value;
  return isKind(data, "Float64Array") ? Array.from(data) : [];
}
