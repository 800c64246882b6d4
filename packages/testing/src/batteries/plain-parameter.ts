import type { DifferentiableParameter, FloatsInShape } from "../gradients/differentiable.js";

/** Makes a parameter with a gradient of zero and no touched rows, as `parameter` of `@wordloom/tensor` makes it. */
export function plainParameter(name: string, value: FloatsInShape): DifferentiableParameter {
  const rows = value.shape[0] ?? 1;
  return {
    name,
    value,
    grad: { shape: value.shape, data: value.data.map(() => 0) },
    touchedRows: { rows: new Int32Array(rows), count: 0, isMember: new Uint8Array(rows) },
  };
}

/** Says that a row's gradient may now differ from zero. */
export function touch({ touchedRows }: DifferentiableParameter, row: number): void {
  if (touchedRows.isMember[row] === 1) return;
  touchedRows.isMember[row] = 1;
  touchedRows.rows[touchedRows.count++] = row;
}
