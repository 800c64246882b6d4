import type { Corpus } from "@wordloom/data";
import type { Model, SampledBatch } from "@wordloom/models";
import type { Random } from "@wordloom/random";
import type { UnigramSampler } from "@wordloom/sampling";
import type { BookSettings } from "../settings/settings.js";
import { lossTally } from "./loss-tally.js";
import { sampledBatches } from "./sampled-batches.js";

/**
 * Computes the mean loss per target on text that was not trained on.
 *
 * @param random - give the same stream at every call: the negatives are then the same, so epochs can be compared
 */
export function validationLoss(
  corpus: Corpus,
  model: Model<SampledBatch>,
  sampler: UnigramSampler,
  settings: BookSettings,
  random: Random,
): number {
  const tally = lossTally();
  for (const batch of sampledBatches(corpus, sampler, settings, random, { order: "text" })) {
    tally.add(batch.targets.data.length, model.forward(batch).value);
  }
  return tally.mean();
}
