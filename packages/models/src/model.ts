import type { Loss } from "@wordloom/losses";
import type { Parameter } from "@wordloom/tensor";

/**
 * A loss from word ids, with names for the tables that a user wants back. `backward` returns nothing: ids have
 * no gradient.
 */
export interface Model<Input> extends Loss<Input, void> {
  /** `[V, D]`: the word vectors. */
  readonly inputVectors: Parameter;
  /** `[V, D]`; for the one-hot model `[D, V]`, for the hierarchical one `[V − 1, D]`. */
  readonly outputVectors: Parameter;
}
