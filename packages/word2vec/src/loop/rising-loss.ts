import type { TrainingNote } from "../threads/training-note.js";

/** By how much of itself a loss must grow to be told: the last epochs of a run differ by less, up and down. */
const NOTABLE = 0.01;

/**
 * The note that the loss of the last epoch is above that of the one before, as where the learning rate is too high; undefined if
 * it is not.
 *
 * @param losses - of the epochs so far
 */
export function risingLoss(caller: string, losses: readonly number[], learningRate: number): TrainingNote | undefined {
  const [before, last] = losses.slice(-2);
  if (last === undefined || last <= before * (1 + NOTABLE)) return undefined;
  const message =
    `${caller}: the loss has risen from ${before.toFixed(3)} in epoch ${losses.length - 1} to ${last.toFixed(3)} in epoch ` +
    `${losses.length}; the learning rate, ${learningRate} at the start, may be too high`;
  return { kind: "rising-loss", message };
}
