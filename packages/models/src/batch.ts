import type { Ids } from "@wordloom/tensor";

/** B target words with the words around them. */
export interface Batch {
  /** `[B, C]`, word ids; `NO_ROW` where a window is shorter than the widest. */
  readonly contexts: Ids;
  /** `[B]`, word ids. */
  readonly targets: Ids;
}

/** A batch with K words for each target that are not it. */
export interface SampledBatch extends Batch {
  /** `[B, K]`, word ids. */
  readonly negatives: Ids;
}
