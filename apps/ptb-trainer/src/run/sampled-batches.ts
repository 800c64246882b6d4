import { type Corpus, type WindowBatchesOptions, windowBatches } from "@wordloom/data";
import type { SampledBatch } from "@wordloom/models";
import { fork, type Random } from "@wordloom/random";
import { sampleNegatives, type UnigramSampler } from "@wordloom/sampling";
import type { BookSettings } from "../settings/settings.js";

/** Makes the batches of a text, with the negatives of each target. The same key of `random` gives the same batches. */
export function* sampledBatches(
  corpus: Corpus,
  sampler: UnigramSampler,
  { window, batchSize, negatives: K }: BookSettings,
  random: Random,
  options: WindowBatchesOptions = {},
): Generator<SampledBatch, void> {
  const negativesRandom = fork(random, "negatives");
  for (const { contexts, targets } of windowBatches(corpus, window, batchSize, random, options)) {
    yield { contexts, targets, negatives: sampleNegatives(sampler, targets.data, K, negativesRandom) };
  }
}
