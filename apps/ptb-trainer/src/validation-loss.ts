import { type Corpus, windowBatches } from "@wordloom/data";
import type { Model, SampledBatch } from "@wordloom/models";
import { fork, type Random } from "@wordloom/random";
import { sampleNegatives, type UnigramSampler } from "@wordloom/sampling";
import type { Settings } from "./settings.js";

/**
 * Mean loss per target on text that was not trained on.
 *
 * @param random - the same stream at every call gives the same negatives, so that epochs compare
 */
export function validationLoss(
  corpus: Corpus,
  model: Model<SampledBatch>,
  sampler: UnigramSampler,
  { window, batchSize, negatives: K }: Settings,
  random: Random,
): number {
  const negativesRandom = fork(random, "negatives");
  let targets = 0;
  let sum = 0;
  for (const batch of windowBatches(corpus, window, batchSize, random, { order: "text" })) {
    const negatives = sampleNegatives(sampler, batch.targets.data, K, negativesRandom);
    targets += batch.targets.data.length;
    sum += batch.targets.data.length * model.forward({ ...batch, negatives }).value;
  }
  return sum / targets;
}
