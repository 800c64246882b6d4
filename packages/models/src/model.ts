import type { Loss } from "@wordloom/losses";
import type { Parameter } from "@wordloom/tensor";

/**
 * A loss from word ids, with names for its two tables of vectors. Its `backward` returns nothing, since ids have no
 * gradient.
 */
export interface Model<Input> extends Loss<Input, void> {
  /** The table of contexts, `[V, D]`: its rows are the word vectors. */
  readonly inputVectors: Parameter;
  /** The table of targets, `[V, D]`; of the one-hot model `[D, V]`, of the hierarchical one `[V − 1, D]`. */
  readonly outputVectors: Parameter;
}
