import type { FloatArray, Parameter } from "@wordloom/tensor";

/**
 * Changes parameters by their gradients, in steps. It holds no state: `init` makes it, `update` is given it.
 *
 * Both leave the gradients as they are, unless an optimizer says otherwise, as `clipByGlobalNorm` does; to set them to zero is
 * a call of its own, `zeroGradients` of `@wordloom/tensor`.
 *
 * @example
 * const state = optimizer.init(model.parameters);
 * optimizer.update(state, model.parameters); // after each backward
 */
export interface Optimizer {
  /**
   * Makes the state from before the first step, for these parameters in this order.
   *
   * @throws RangeError if a parameter lives in kernel memory that has no room left for its state
   */
  init(parameters: readonly Parameter[]): OptimizerState;
  /**
   * Takes one step, in place: changes the values of the rows that the batch has touched, and the state.
   *
   * @param state - from `init` for the same parameters, or from `restoreState`
   * @param parameters - in the order in which `init` was given them; one that is given twice is updated once
   * @throws TypeError for what is no state of this optimizer
   * @throws RangeError if the state is one for other parameters
   */
  update(state: OptimizerState, parameters: readonly Parameter[]): void;
}

/**
 * Everything that an optimizer remembers from step to step, as plain data: clone it, post it to a worker, write it to a file.
 *
 * An optimizer by rows has a {@link RowState}, a chain the list of its members' states, and what remembers nothing the empty list.
 */
export type OptimizerState = RowState | readonly OptimizerState[];

/** The state of an optimizer that updates row by row, such as `sgd` or `adam`. */
export interface RowState {
  /** The name of the rule, so that the state of another rule with arrays of the same size is refused. */
  readonly rule: string;
  /** Steps taken so far. The next one asks a schedule for `schedule(step)`. */
  step: number;
  /** Numbers that belong to no row, by their names. Adam has two, β₁ᵗ and β₂ᵗ. */
  readonly numbers: Record<string, number>;
  /** `slots[p]` has the arrays of parameter p, each as long as its value: none for SGD, means and squares for Adam. */
  readonly slots: readonly (readonly FloatArray[])[];
}
