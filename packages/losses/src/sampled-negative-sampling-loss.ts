import type { Ids, Parameter } from "@wordloom/tensor";
import type { Loss } from "./loss.js";
import { type NegativeSamplingInput, negativeSamplingLoss } from "./negative-sampling-loss.js";

/**
 * Makes a negative-sampling loss that draws its own negatives, new ones at every call: the book's `NegativeSamplingLoss`. Use
 * {@link negativeSamplingLoss} where a loss must be repeatable, as in a gradient check.
 *
 * @param table - the output vectors, `[V, D]`
 * @param negativesOf - draws `[B, K]` negatives for targets `[B]`
 * @example
 * sampledNegativeSamplingLoss(table, (targets) => sampleNegatives(sampler, targets.data, 5, random))
 */
export function sampledNegativeSamplingLoss(
  table: Parameter,
  negativesOf: (targets: Ids) => Ids,
): Loss<Omit<NegativeSamplingInput, "negatives">> {
  const loss = negativeSamplingLoss(table);
  return {
    parameters: loss.parameters,
    forward: ({ hidden, targets }) => loss.forward({ hidden, targets, negatives: negativesOf(targets) }),
  };
}
