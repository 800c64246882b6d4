import { isKind } from "../arrays/is-kind.js";
import type { DifferentiableParameter, FloatsInShape } from "./differentiable.js";

/**
 * Refuses tensors in single precision.
 *
 * @throws TypeError if the data is no Float64Array
 */
export function requireDoubles(what: string, { data }: FloatsInShape): void {
  if (!isKind(data, "Float64Array")) {
    throw new TypeError(`checkGradients: ${what} is a ${data.constructor.name}; gradients are checked in Float64Array`);
  }
}

/** Sets all gradients to zero, and forgets which rows were touched. */
export function clearGradients(parameters: readonly DifferentiableParameter[]): void {
  for (const { grad, touchedRows } of parameters) {
    grad.data.fill(0);
    touchedRows.isMember.fill(0);
    touchedRows.count = 0;
  }
}

/**
 * Checks that every row with a gradient is among the touched rows, once.
 *
 * @throws Error if one is not, or is listed twice
 */
export function checkTouchedRows(parameters: readonly DifferentiableParameter[]): void {
  for (const { name, grad, touchedRows } of parameters) {
    const { rows, count, isMember } = touchedRows;
    const timesListed = new Uint32Array(isMember.length);
    for (const row of rows.subarray(0, count)) timesListed[row]++;
    for (const [row, times] of timesListed.entries()) {
      if (times !== isMember[row]) {
        throw new Error(
          `checkGradients: row ${row} of "${name}" is listed ${times} times among its touched rows, ` +
            `but isMember is ${isMember[row]}; rows must be added by touchRow`,
        );
      }
    }

    const length = grad.data.length / isMember.length;
    const row = grad.data.findIndex((gradient, i) => gradient !== 0 && isMember[Math.floor(i / length)] === 0) / length;
    if (row >= 0) {
      throw new Error(
        `checkGradients: row ${Math.floor(row)} of "${name}" has a gradient but is not among its touched rows; ` +
          "an optimizer would skip it: does backward call touchRow?",
      );
    }
  }
}

/**
 * Checks that `actual` is `factor · gradient`, up to rounding.
 *
 * @throws Error if it is not
 */
export function checkMultiple(
  what: string,
  actual: ArrayLike<number>,
  factor: number,
  gradient: ArrayLike<number>,
): void {
  for (let i = 0; i < gradient.length; i++) {
    const difference = Math.abs(actual[i] - factor * gradient[i]);
    if (difference > 1e-9 * Math.max(1, Math.abs(gradient[i]))) {
      throw new Error(
        `checkGradients: ${what} at ${i} is ${gradient[i]}, and after a second backward of twice as much ${actual[i]}, ` +
          `not ${factor * gradient[i]}; backward must scale with what it is given, and add to grad`,
      );
    }
  }
}
