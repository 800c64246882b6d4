import type { Ids } from "@wordloom/tensor";

/** One mini-batch: B target words, with the words around them. */
export interface Batch {
  /** Ids of the words around each target, `[B, C]`; `NO_ROW` where a window is shorter than the widest. */
  readonly contexts: Ids;
  /** Ids of the words to predict, `[B]`. */
  readonly targets: Ids;
}

/** One mini-batch with negatives: for each target, K other words. */
export interface SampledBatch extends Batch {
  /** Ids of the words to tell each target from, `[B, K]`. */
  readonly negatives: Ids;
}
