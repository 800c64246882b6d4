import type { Parameter, Tensor } from "@wordloom/tensor";

/** Adds a bias `[N]` to each row of `[…, N]`, in place. */
export function addBias({ data }: Tensor, { value }: Parameter): void {
  const N = value.data.length;
  for (let i = 0; i < data.length; i++) data[i] += value.data[i % N];
}

/** Adds what flows into all rows to the gradient of the bias: `∂L/∂b += Σ_rows ∂L/∂row`. */
export function addBiasGradient({ grad }: Parameter, { data }: Tensor): void {
  const N = grad.data.length;
  for (let i = 0; i < data.length; i++) grad.data[i % N] += data[i];
}
