import type { Tensor } from "@wordloom/tensor";
import { logistic } from "../elementwise/sigmoid.js";
import { hyperbolicTangent } from "../elementwise/tanh.js";

/**
 * The first half of a step of a GRU: `z, r = σ(…)`, and what the reset gate lets through of the state, `q = r · h₋₁`.
 *
 * @param gates - `[B, 3H]`, blocks z, r and n; in the first two, what flows into the gates is replaced by what comes out
 * @param hiddenBefore - h₋₁, `[B, H]`
 * @param kept - q, `[B, H]`, written
 */
export function gruGates(gates: Tensor, hiddenBefore: Tensor, kept: Tensor): void {
  const [B, H] = hiddenBefore.shape;
  const y = gates.data;
  for (let b = 0; b < B; b++) {
    for (let h = 0; h < H; h++) {
      const at = b * H + h;
      const z = b * 3 * H + h;
      const r = z + H;
      y[z] = logistic(y[z]);
      y[r] = logistic(y[r]);
      kept.data[at] = y[r] * hiddenBefore.data[at];
    }
  }
}

/**
 * The second half: the candidate `n = tanh(…)`, and `h = z · h₋₁ + (1 − z) · n`.
 *
 * @param gates - as {@link gruGates} left them; in block n, what flows into the candidate is replaced by what comes out
 * @param hidden - h, `[B, H]`, written
 */
export function gruOutput(gates: Tensor, hiddenBefore: Tensor, hidden: Tensor): void {
  const [B, H] = hiddenBefore.shape;
  const y = gates.data;
  for (let b = 0; b < B; b++) {
    for (let h = 0; h < H; h++) {
      const at = b * H + h;
      const z = b * 3 * H + h;
      const n = z + 2 * H;
      y[n] = hyperbolicTangent(y[n]);
      hidden.data[at] = y[z] * hiddenBefore.data[at] + (1 - y[z]) * y[n];
    }
  }
}

/**
 * The way back through {@link gruOutput}, with `tanh' = 1 − tanh²` and `σ' = σ · (1 − σ)`.
 *
 * @param gates - as `gruOutput` left them
 * @param dHidden - ∂L/∂h, from the output and from the step after; replaced by the part of ∂L/∂h₋₁ that passes z
 * @param dGates - ∂L/∂ what flowed into z, in its block of `[B, 3H]`, written
 * @param dCandidate - ∂L/∂ what flowed into n, in its block of `[B, 3H]`, written
 */
export function gruOutputBackward(
  gates: Tensor,
  hiddenBefore: Tensor,
  dHidden: Tensor,
  dGates: Tensor,
  dCandidate: Tensor,
): void {
  const [B, H] = hiddenBefore.shape;
  const y = gates.data;
  for (let b = 0; b < B; b++) {
    for (let h = 0; h < H; h++) {
      const at = b * H + h;
      const z = b * 3 * H + h;
      const n = z + 2 * H;
      const dh = dHidden.data[at];
      dCandidate.data[n] = dh * (1 - y[z]) * (1 - y[n] * y[n]);
      dGates.data[z] = dh * (hiddenBefore.data[at] - y[n]) * y[z] * (1 - y[z]);
      dHidden.data[at] = dh * y[z];
    }
  }
}

/**
 * The way back through {@link gruGates}.
 *
 * @param dKept - ∂L/∂q, `[B, H]`
 * @param dHidden - what passes r is added to it
 * @param dGates - ∂L/∂ what flowed into r, in its block of `[B, 3H]`, written
 */
export function gruGatesBackward(
  gates: Tensor,
  hiddenBefore: Tensor,
  dKept: Tensor,
  dHidden: Tensor,
  dGates: Tensor,
): void {
  const [B, H] = hiddenBefore.shape;
  const y = gates.data;
  for (let b = 0; b < B; b++) {
    for (let h = 0; h < H; h++) {
      const at = b * H + h;
      const r = b * 3 * H + H + h;
      const dq = dKept.data[at];
      dGates.data[r] = dq * hiddenBefore.data[at] * y[r] * (1 - y[r]);
      dHidden.data[at] += dq * y[r];
    }
  }
}

/** Adds blocks `from` to `to − 1` of three, each of H columns. */
export function addBlocks({ shape: [B, N], data }: Tensor, added: Tensor, from: number, to: number): void {
  const H = N / 3;
  for (let b = 0; b < B; b++) {
    for (let h = from * H; h < to * H; h++) data[b * N + h] += added.data[b * N + h];
  }
}
