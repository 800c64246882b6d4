import { givenKind, requireArgument } from "@wordloom/arguments";
import type { Optimizer, OptimizerState } from "../optimizer.js";

/**
 * Makes one optimizer of several, which take their steps one after the other, on the gradients and values that those before
 * them have left. What changes gradients comes first, what changes values last.
 *
 * The state of the chain is the list of its members' states.
 *
 * @throws TypeError for a member that is no optimizer
 * @example
 * chainOptimizers(clipByGlobalNorm(1), adam(warmup(1000, cosineDecay(0.004, 0.0004, 20_000))))
 */
export function chainOptimizers(...members: readonly Optimizer[]): Optimizer {
  for (const [index, member] of members.entries()) {
    const isOptimizer = typeof Object(member).update === "function";
    const right = "sgd(0.1) and the like make optimizers";
    requireArgument("chainOptimizers", isOptimizer, `member ${index} is`, member, right);
  }
  return {
    init: (parameters) => members.map((member) => member.init(parameters)),
    update(state: readonly OptimizerState[], parameters) {
      if (!Array.isArray(state) || state.length !== members.length) {
        const found = Array.isArray(state) ? `a list of ${state.length}` : givenKind(state);
        throw new TypeError(
          `chainOptimizers: the state is ${found}; it is a list of ${members.length}, which init makes`,
        );
      }
      for (const [index, member] of members.entries()) member.update(state[index], parameters);
    },
  };
}
