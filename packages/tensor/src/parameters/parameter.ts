import { requireArgument } from "@wordloom/arguments";
import { callKernel } from "../kernels.js";
import { zerosBeside } from "../memory/kernel-memory.js";
import { checkTensor } from "../tensors/check-tensor.js";
import type { Tensor } from "../tensors/tensor.js";

/**
 * A learnable tensor and the gradient added to it since the last `zeroGradients`.
 *
 * The gradient has the shape of the value but is *row-sparse*: only the rows listed in `touchedRows` may differ
 * from zero, and optimizers visit no others. A step therefore costs as many rows as the batch names, never
 * the whole vocabulary. Weights are shared by giving one parameter to two layers: gradients add.
 */
export interface Parameter {
  readonly name: string;
  readonly value: Tensor;
  /** Layers add to it, never assign. */
  readonly grad: Tensor;
  readonly touchedRows: RowSet;
}

/** A set of rows that lists its members in the order in which they came. */
export interface RowSet {
  /** The first `count` entries are the members. */
  readonly rows: Int32Array;
  count: number;
  /** 1 for a member, 0 for any other row. */
  readonly isMember: Uint8Array;
}

/**
 * Makes a parameter with a gradient of zero, in kernel memory if the value lives there. The value is not copied.
 *
 * @throws RangeError if that memory is full
 */
export function parameter(name: string, value: Tensor): Parameter {
  requireArgument("parameter", typeof name === "string", "the name is", name, "it is a string, before the value");
  checkTensor("parameter", "the value", value);
  const rows = value.shape[0] ?? 1;
  return {
    name,
    value,
    grad: zerosBeside(value),
    touchedRows: { rows: new Int32Array(rows), count: 0, isMember: new Uint8Array(rows) },
  };
}

/** Counts the numbers in one row of a parameter: `D` for a `[V, D]` table, 1 for a vector. */
export function rowLength({ value }: Parameter): number {
  return value.shape.slice(1).reduce((product, length) => product * length, 1);
}

/** Says that the gradient of one row may now differ from zero, so that optimizers visit the row. */
export function touchRow({ touchedRows }: Parameter, row: number): void {
  if (touchedRows.isMember[row] === 0) {
    touchedRows.isMember[row] = 1;
    touchedRows.rows[touchedRows.count++] = row;
  }
}

/** Says that the gradient of every row may now differ from zero, as after the backward of a dense layer such as `matmul`. */
export function touchAllRows(parameter: Parameter): void {
  const { rows, count } = parameter.touchedRows;
  if (count === rows.length) return;
  for (let row = 0; row < rows.length; row++) touchRow(parameter, row);
}

/** Sets the gradients back to zero, visiting touched rows only. */
export function zeroGradients(parameters: readonly Parameter[]): void {
  for (const parameter of parameters) {
    const { grad, touchedRows } = parameter;
    const D = rowLength(parameter);
    const touched = touchedRows.rows.subarray(0, touchedRows.count);
    for (const row of touched) touchedRows.isMember[row] = 0;
    if (!callKernel("zeroRows", [touched], [grad.data], touched.length, D)) {
      for (const row of touched) grad.data.fill(0, row * D, (row + 1) * D);
    }
    touchedRows.count = 0;
  }
}
