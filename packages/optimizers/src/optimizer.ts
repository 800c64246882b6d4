import { type FloatArray, type Parameter, rowLength, zerosBeside } from "@wordloom/tensor";
import { checkOptions } from "./check-options.js";
import { checkRate } from "./check-rate.js";
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
 * Updates rows `touched` of a value, each `D` numbers long, all at once and as the {@link RowUpdate} would; or does nothing
 * and returns false, where it has no fast way for these arrays.
 */
export type RowsUpdate = (
  value: FloatArray,
  grad: FloatArray,
  slots: readonly FloatArray[],
  touched: Int32Array,
  D: number,
  rate: number,
) => boolean;

export interface RowOptimizerOptions {
  /** Called once before the rows of each step, for what does not depend on the row. */
  readonly beforeStep?: () => void;
  /** Tried before the rows are updated one by one. */
  readonly updateAll?: RowsUpdate;
}

/**
 * An optimizer from the update of one row. Its state lives where the value does, in kernel memory too.
 *
 * Rows that the batch did not touch are not visited: neither their value nor their state changes. A dense
 * optimizer would decay the state of all V rows at each step and, where it has momentum, move them by it.
 *
 * @param learningRate - a number, or one for each step, counted from 0
 * @param slotCount - how many arrays of state each parameter needs
 * @param update - the rule
 * @throws RangeError for a learning rate that is negative or not finite, at its step if a schedule gives it, or if kernel memory is full
 */
export function rowOptimizer(
  learningRate: number | Schedule,
  slotCount: number,
  update: RowUpdate,
  options: RowOptimizerOptions = {},
): Optimizer {
  checkRate("rowOptimizer", learningRate);
  checkOptions("rowOptimizer", options, { beforeStep: true, updateAll: true });
  const { beforeStep, updateAll } = options;
  const slotsOf = new WeakMap<Parameter, FloatArray[]>();
  let step = 0;
  return {
    step(parameters) {
      const rate = typeof learningRate === "number" ? learningRate : learningRate(step);
      if (!(Number.isFinite(rate) && rate >= 0)) {
        throw new RangeError(
          `optimizer: learning rate ${rate} at step ${step}; it must be a finite number, at least 0`,
        );
      }
      beforeStep?.();
      for (const parameter of new Set(parameters)) {
        const { value, grad, touchedRows } = parameter;
        const slots = slotsOf.get(parameter) ?? Array.from({ length: slotCount }, () => zerosBeside(value).data);
        slotsOf.set(parameter, slots);
        const D = rowLength(parameter);
        const touched = touchedRows.rows.subarray(0, touchedRows.count);
        if (updateAll?.(value.data, grad.data, slots, touched, D, rate)) continue;
        for (const row of touched) update(value.data, grad.data, slots, row * D, (row + 1) * D, rate);
      }
      step++;
    },
  };
}
