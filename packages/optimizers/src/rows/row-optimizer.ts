import { checkOptions } from "@wordloom/arguments";
import { type FloatArray, type Parameter, rowLength, zerosBeside } from "@wordloom/tensor";
import { checkRate } from "../checks/check-rate.js";
import type { Optimizer, RowState } from "../optimizer.js";
import type { Schedule } from "../schedules/schedule.js";
import { checkRowState } from "./check-row-state.js";

/** What the update of one parameter works on in one step. */
export interface RowArrays {
  /** The numbers to change, `[V, D]` row by row. */
  readonly value: FloatArray;
  /** Their gradients. */
  readonly grad: FloatArray;
  /** The state of this parameter: arrays as long as `value`. */
  readonly slots: readonly FloatArray[];
  /** The learning rate of this step, after `rateOfStep`. */
  readonly rate: number;
}

/** Updates numbers `from` to `to − 1` of `value` and of the slots, which are one row, by their gradients. */
export type RowUpdate = (arrays: RowArrays, from: number, to: number) => void;

/**
 * Updates all touched rows at once, to what the {@link RowUpdate} would make of them; or changes nothing and returns false,
 * where it has no fast way for these arrays.
 *
 * @param rows - the numbers of the touched rows
 * @param D - the length of a row
 */
export type RowsUpdate = (arrays: RowArrays, rows: Int32Array, D: number) => boolean;

/** What a rule for rows can have beside the update of one row. */
export interface RowOptimizerOptions {
  /** The name of the rule, which its state keeps: an optimizer refuses the state of a rule with another name. Default `"rows"`. */
  readonly name?: string;
  /** Numbers of the state that belong to no row, as they are before the first step. Default: none. */
  readonly numbers?: Readonly<Record<string, number>>;
  /** Called once a step: moves `numbers` on by one step, and returns the rate that the rows are given. Default: as it is. */
  readonly rateOfStep?: (rate: number, numbers: Record<string, number>) => number;
  /** Tried before the rows are updated one by one. Default: none. */
  readonly updateAll?: RowsUpdate;
}

/**
 * Makes an optimizer from the update of one row.
 *
 * `update` is called for the rows that the batch has touched, and for no others: neither their values nor their state change.
 * A dense optimizer would decay the state of all V rows at each step and, where it has momentum, move them by it. The
 * arrays of the state live where the value does, in kernel memory too.
 *
 * @param learningRate - a number, or one for each step, counted from 0
 * @param slotCount - how many arrays of state each parameter needs
 * @param update - the rule
 * @throws RangeError if the learning rate is negative or not finite: at once, or at its step if a schedule gives it
 * @example
 * rowOptimizer(0.1, 0, ({ value, grad, rate }, from, to) => {
 *   for (let i = from; i < to; i++) value[i] -= rate * grad[i];
 * }); // sgd(0.1)
 */
export function rowOptimizer(
  learningRate: number | Schedule,
  slotCount: number,
  update: RowUpdate,
  options: RowOptimizerOptions = {},
): Optimizer {
  checkOptions("rowOptimizer", options, { name: true, numbers: true, rateOfStep: true, updateAll: true });
  checkRate(options.name ?? "rowOptimizer", learningRate);
  const { name = "rows", numbers = {}, rateOfStep, updateAll } = options;
  return {
    init: (parameters) => ({
      rule: name,
      step: 0,
      numbers: { ...numbers },
      slots: distinct(parameters).map(({ value }) => Array.from({ length: slotCount }, () => zerosBeside(value).data)),
    }),
    update(state: RowState, parameters) {
      const members = distinct(parameters);
      checkRowState(state, members, name, slotCount);
      const scheduled = rateAt(learningRate, state.step);
      const rate = rateOfStep === undefined ? scheduled : rateOfStep(scheduled, state.numbers);
      for (const [index, parameter] of members.entries()) {
        const { value, grad, touchedRows } = parameter;
        const D = rowLength(parameter);
        const arrays = { value: value.data, grad: grad.data, slots: state.slots[index], rate };
        const rows = touchedRows.rows.subarray(0, touchedRows.count);
        if (updateAll?.(arrays, rows, D)) continue;
        for (const row of rows) update(arrays, row * D, (row + 1) * D);
      }
      state.step++;
    },
  };
}

/** The learning rate of one step, checked: a schedule may give anything. */
function rateAt(learningRate: number | Schedule, step: number): number {
  const rate = typeof learningRate === "number" ? learningRate : learningRate(step);
  if (Number.isFinite(rate) && rate >= 0) return rate;
  throw new RangeError(`optimizer: learning rate ${rate} at step ${step}; it must be a finite number, at least 0`);
}

/** Each parameter once, in the order of its first appearance. */
function distinct(parameters: readonly Parameter[]): Parameter[] {
  return [...new Set(parameters)];
}
