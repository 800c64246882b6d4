import type { Corpus } from "@wordloom/data";
import type { Model, SampledBatch } from "@wordloom/models";
import type { Optimizer, OptimizerState } from "@wordloom/optimizers";
import type { Random } from "@wordloom/random";
import type { UnigramSampler } from "@wordloom/sampling";
import { zeroGradients } from "@wordloom/tensor";
import type { BookSettings } from "../settings/settings.js";
import { sampledBatches } from "./sampled-batches.js";

/** A model, its optimizer, and the state of the optimizer. */
export interface Learner {
  readonly model: Model<SampledBatch>;
  readonly optimizer: Optimizer;
  readonly state: OptimizerState;
}

/** One step of training: the number of its targets and their mean loss. */
export interface Step {
  readonly targets: number;
  readonly loss: number;
}

/**
 * Trains for one epoch of mini-batch gradient descent, with batches in a new order and new negatives. This is the whole of
 * training; the code around it shows progress and saves.
 *
 * @param random - the stream of this epoch
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
    // If the loss is not a number, the weights stay as they were; they may still be good.
    if (Number.isFinite(loss.value)) {
      loss.backward();
      optimizer.update(state, model.parameters);
      zeroGradients(model.parameters);
    }
    yield { targets: batch.targets.data.length, loss: loss.value };
  }
}
