import type { Tensor } from "@wordloom/tensor";
import { logistic } from "../elementwise/sigmoid.js";
import { hyperbolicTangent } from "../elementwise/tanh.js";

/**
 * One step of an LSTM, from what flows into the gates: `i, f, o = σ(…)`, `g = tanh(…)`, `c = f · c₋₁ + i · g`,
 * `h = o · tanh c`.
 *
 * @param gates - `[B, 4H]`, blocks i, f, g and o; replaced by what comes out of the gates
 * @param cellBefore - c₋₁, `[B, H]`
 * @param cell - c, `[B, H]`, written
 * @param hidden - h, `[B, H]`, written
 */
export function lstmStep(gates: Tensor, cellBefore: Tensor, cell: Tensor, hidden: Tensor): void {
  const [B, H] = cell.shape;
  const y = gates.data;
  for (let b = 0; b < B; b++) {
    for (let h = 0; h < H; h++) {
      const at = b * H + h;
      const i = b * 4 * H + h;
      const f = i + H;
      const g = f + H;
      const o = g + H;
      y[i] = logistic(y[i]);
      y[f] = logistic(y[f]);
      y[g] = hyperbolicTangent(y[g]);
      y[o] = logistic(y[o]);
      cell.data[at] = y[f] * cellBefore.data[at] + y[i] * y[g];
      hidden.data[at] = y[o] * hyperbolicTangent(cell.data[at]);
    }
  }
}

/**
 * The way back through {@link lstmStep}, with `σ' = σ · (1 − σ)` and `tanh' = 1 − tanh²`.
 *
 * @param gates - as `lstmStep` left them
 * @param dHidden - ∂L/∂h, from the output and from the step after
 * @param dCell - ∂L/∂c from the step after; replaced by ∂L/∂c₋₁
 * @param dGates - ∂L/∂ what flowed into the gates, `[B, 4H]`, written
 */
export function lstmStepBackward(
  gates: Tensor,
  cellBefore: Tensor,
  cell: Tensor,
  dHidden: Tensor,
  dCell: Tensor,
  dGates: Tensor,
): void {
  const [B, H] = cell.shape;
  const y = gates.data;
  const d = dGates.data;
  for (let b = 0; b < B; b++) {
    for (let h = 0; h < H; h++) {
      const at = b * H + h;
      const i = b * 4 * H + h;
      const f = i + H;
      const g = f + H;
      const o = g + H;
      const tanhCell = hyperbolicTangent(cell.data[at]);
      const dh = dHidden.data[at];
      const dc = dCell.data[at] + dh * y[o] * (1 - tanhCell * tanhCell);
      d[i] = dc * y[g] * y[i] * (1 - y[i]);
      d[f] = dc * cellBefore.data[at] * y[f] * (1 - y[f]);
      d[g] = dc * y[i] * (1 - y[g] * y[g]);
      d[o] = dh * tanhCell * y[o] * (1 - y[o]);
      dCell.data[at] = dc * y[f];
    }
  }
}
