import { type FloatArray, type Parameter, rowLength, zerosLike } from "@wordloom/tensor";
import type { Schedule } from "./schedule.js";

/** Changes parameters by their gradients. Leaves the gradients: `zeroGradients` is a call of its own. */
export interface Optimizer {
  /** One update of every touched row; a parameter given twice is updated once. */
  step(parameters: readonly Parameter[]): void;
}

/**
 * Updates the numbers `from` … `to − 1` of a value by its gradient and the optimizer's own state.
 *
 * @param slots - the state, arrays as long as the value
 * @param rate - learning rate of this step
 */
export type RowUpdate = (
  value: FloatArray,
  grad: FloatArray,
  slots: readonly FloatArray[],
  from: number,
  to: number,
  rate: number,
) => void;

/**
 * An optimizer from the update of one row.
 *
 * Rows that the batch did not touch are not visited: neither their value nor their state changes. A dense
 * optimizer would decay the state of all V rows at each step and, where it has momentum, move them by it.
 *
 * @param learningRate - a number, or one for each step, counted from 0
 * @param slotCount - how many arrays of state each parameter needs
 * @param update - the rule
 * @param beforeStep - called once before the rows of each step, for what does not depend on the row
 * @throws RangeError at the step whose learning rate is negative or not finite
 */
export function rowOptimizer(
  learningRate: number | Schedule,
  slotCount: number,
  update: RowUpdate,
  beforeStep?: () => void,
): Optimizer {
  const slotsOf = new WeakMap<Parameter, FloatArray[]>();
  let step = 0;
  return {
    step(parameters) {
      const rate = typeof learningRate === "number" ? learningRate : learningRate(step);
      if (!(rate >= 0 && Number.isFinite(rate))) {
        throw new RangeError(
          `optimizer: learning rate ${rate} at step ${step}; it must be a finite number, at least 0`,
        );
      }
      beforeStep?.();
      for (const parameter of new Set(parameters)) {
        const { value, grad, touchedRows } = parameter;
        const slots = slotsOf.get(parameter) ?? Array.from({ length: slotCount }, () => zerosLike(value).data);
        slotsOf.set(parameter, slots);
        const D = rowLength(parameter);
        for (let i = 0; i < touchedRows.count; i++) {
          const from = touchedRows.rows[i] * D;
          update(value.data, grad.data, slots, from, from + D, rate);
        }
      }
      step++;
    },
  };
}
