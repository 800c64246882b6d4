import type { WordVectors } from "@wordloom/vectors";
import type { LossPoint } from "./loop/loss-point.js";

/** What `train` resolves to: the vectors, and how the run went. */
export interface Word2vecResult {
  /** The input vectors, `[V, D]`, with the words and their counts. */
  readonly vectors: WordVectors;
  /** The output vectors, `[V, D]`: what a word looks like when it is predicted. */
  readonly outputVectors: Float32Array;
  /** The mean loss per target of each epoch; of the last as far as it went. */
  readonly losses: readonly number[];
  /** The loss along the way, at some 200 places. */
  readonly curve: readonly LossPoint[];
  /** How many target words the run has seen. */
  readonly words: number;
  /** Whether the signal stopped the run. */
  readonly isInterrupted: boolean;
  /** How many threads the run had: fewer than asked for where more have nothing to do, one where memory can't be shared. */
  readonly threads: number;
}
