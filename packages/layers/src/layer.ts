import type { Parameter, Tensor } from "@wordloom/tensor";

/**
 * A differentiable map to a tensor: data plus a call.
 *
 * `In` is what goes in. `DIn` is what comes back: the gradient with respect to the part of the input that has
 * one – the input itself for a tensor, nothing for ids, the hidden vectors for `embeddingDot`.
 */
export interface Layer<In = Tensor, DIn = Tensor> {
  /** Each parameter once; empty for layers without weights. */
  readonly parameters: readonly Parameter[];
  /** Computes the output, and holds what is needed to go back; it changes neither the input nor the layer. */
  forward(input: In): Forward<DIn>;
}

/** One evaluation of a layer: its output, and the way back through it. */
export interface Forward<DIn = Tensor> {
  readonly output: Tensor;
  /** Adds ∂L/∂θ to the gradient of each parameter, on every call; returns ∂L/∂input. */
  backward(dOutput: Tensor): DIn;
}
