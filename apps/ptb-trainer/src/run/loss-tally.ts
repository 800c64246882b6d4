/** A running mean of losses, weighted by their numbers of targets. */
export interface LossTally {
  /** The targets so far. */
  targets: number;
  /** Adds the mean loss of a number of targets. */
  add(targets: number, loss: number): void;
  /** The loss per target; NaN before the first. */
  mean(): number;
}

/** Starts a running mean of losses. */
export function lossTally(): LossTally {
  let sum = 0;
  return {
    targets: 0,
    add(targets, loss) {
      this.targets += targets;
      sum += targets * loss;
    },
    mean() {
      return sum / this.targets;
    },
  };
}
