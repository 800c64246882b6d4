/** Adds up losses by the targets they are means of. */
export interface LossTally {
  targets: number;
  add(targets: number, loss: number): void;
  /** Per target; NaN before the first. */
  mean(): number;
}

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
