import type { Corpus } from "@wordloom/data";
import type { Model, SampledBatch } from "@wordloom/models";
import type { Optimizer, OptimizerState } from "@wordloom/optimizers";
import type { Random } from "@wordloom/random";
import type { UnigramSampler } from "@wordloom/sampling";
import { zeroGradients } from "@wordloom/tensor";
import type { BookSettings } from "../settings/settings.js";
import { sampledBatches } from "./sampled-batches.js";

/** A model, and what trains it: the optimizer and its state. */
export interface Learner {
  readonly model: Model<SampledBatch>;
  readonly optimizer: Optimizer;
  readonly state: OptimizerState;
}

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
  { model, optimizer, state }: Learner,
  sampler: UnigramSampler,
  settings: BookSettings,
  random: Random,
): Generator<Step, void> {
  for (const batch of sampledBatches(corpus, sampler, settings, random)) {
    const loss = model.forward(batch);
    // Where the loss is no number, the weights stay as they were: still good, perhaps.
    if (Number.isFinite(loss.value)) {
      loss.backward();
      optimizer.update(state, model.parameters);
      zeroGradients(model.parameters);
    }
    yield { targets: batch.targets.data.length, loss: loss.value };
  }
}
