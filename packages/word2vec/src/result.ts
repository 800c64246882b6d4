import type { WordVectors } from "@wordloom/vectors";
import type { LossPoint } from "./loop/loss-curve.js";

export interface Word2vecResult {
  /** The input vectors, with the words' counts. */
  readonly vectors: WordVectors;
  /** `[V, D]`: what a word looks like when it is predicted. */
  readonly outputVectors: Float32Array;
  /** Mean loss per target of each epoch, the last as far as it went. */
  readonly losses: readonly number[];
  /** The loss along the way, at some 200 places. */
  readonly curve: readonly LossPoint[];
  /** Target words seen. */
  readonly words: number;
  /** Whether the signal stopped the run. */
  readonly isInterrupted: boolean;
  /** Threads it ran on: fewer than asked for where more have nothing to do, one where memory can't be shared. */
  readonly threads: number;
}
