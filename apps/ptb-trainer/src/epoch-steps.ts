import { type Corpus, windowBatches } from "@wordloom/data";
import type { Model, SampledBatch } from "@wordloom/models";
import type { Optimizer } from "@wordloom/optimizers";
import { fork, type Random } from "@wordloom/random";
import { sampleNegatives, type UnigramSampler } from "@wordloom/sampling";
import { zeroGradients } from "@wordloom/tensor";
import type { Settings } from "./settings.js";

/** One step of training: how many targets it had and their mean loss. */
export interface Step {
  readonly targets: number;
  readonly loss: number;
}

/**
 * One epoch of mini-batch gradient descent: batches in a new order, negatives drawn anew. The whole of training; what
 * is around it shows progress and saves.
 *
 * @param random - the epoch's own stream
 */
export function* epochSteps(
  corpus: Corpus,
  model: Model<SampledBatch>,
  optimizer: Optimizer,
  sampler: UnigramSampler,
  { window, batchSize, negatives: K }: Settings,
  random: Random,
): Generator<Step, void> {
  const negativesRandom = fork(random, "negatives");
  for (const { contexts, targets } of windowBatches(corpus, window, batchSize, random)) {
    const negatives = sampleNegatives(sampler, targets.data, K, negativesRandom);
    const loss = model.forward({ contexts, targets, negatives });
    loss.backward();
    optimizer.step(model.parameters);
    zeroGradients(model.parameters);
    yield { targets: targets.data.length, loss: loss.value };
  }
}
