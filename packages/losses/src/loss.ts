import type { Parameter, Tensor } from "@wordloom/tensor";

/** One evaluation of a loss: its value, and the way back to what it was computed from. */
export interface LossValue<DIn = Tensor> {
  /** The loss, a mean over the batch. */
  readonly value: number;
  /**
   * Adds ∂L/∂θ to the gradient of each parameter, if there are any; returns ∂L/∂input.
   *
   * @param dLoss - what the gradient is multiplied by, for a weighted sum of losses; 1 if left out
   */
  backward(dLoss?: number): DIn;
}

/** A loss with weights of its own, such as `negativeSamplingLoss`. */
export interface Loss<In, DIn = Tensor> {
  readonly parameters: readonly Parameter[];
  forward(input: In): LossValue<DIn>;
}
