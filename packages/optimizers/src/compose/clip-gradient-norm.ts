import { shownValue } from "@wordloom/arguments";
import { type Parameter, rowLength } from "@wordloom/tensor";

/**
 * Scales all gradients together, in place, so that their norm, `√(Σ g²)` over every parameter, is at most `maximum`.
 *
 * Visits touched rows only; the others are zero and add nothing. A parameter given twice counts once. In a chain of
 * optimizers, `clipByGlobalNorm` does this.
 *
 * @returns the norm before clipping
 * @throws RangeError if the maximum is not above 0, or the norm is not finite: scaling would spread a NaN
 * @see Pascanu, Mikolov and Bengio 2013, https://arxiv.org/abs/1211.5063
 */
export function clipGradientNorm(parameters: readonly Parameter[], maximum: number): number {
  checkMaximum("clipGradientNorm", maximum);
  let sum = 0;
  visitGradients(parameters, (data, i) => {
    sum += data[i] * data[i];
  });
  const norm = Math.sqrt(sum);
  if (!Number.isFinite(norm)) {
    throw new RangeError(`clipGradientNorm: the norm is ${norm}; has the loss diverged? Try a lower learning rate`);
  }
  if (norm > maximum) {
    visitGradients(parameters, (data, i) => {
      data[i] *= maximum / norm;
    });
  }
  return norm;
}

/** @throws RangeError if the maximum of a norm is not above 0 */
export function checkMaximum(caller: string, maximum: number): void {
  if (typeof maximum === "number" && maximum > 0) return;
  throw new RangeError(`${caller}: maximum is ${shownValue(maximum)}; it must be above 0`);
}

function visitGradients(
  parameters: readonly Parameter[],
  visit: (data: Parameter["grad"]["data"], i: number) => void,
): void {
  for (const parameter of new Set(parameters)) {
    const D = rowLength(parameter);
    const { rows, count } = parameter.touchedRows;
    for (let r = 0; r < count; r++) {
      for (let i = rows[r] * D; i < (rows[r] + 1) * D; i++) visit(parameter.grad.data, i);
    }
  }
}
