/** The loss at a place in a run. */
export interface LossPoint {
  /** Target words seen so far. */
  readonly words: number;
  /** Mean per target since the point before. */
  readonly loss: number;
}

/** Points of a whole run, about. */
const POINTS = 200;

/** A loss curve under way. */
export interface LossCurve {
  readonly points: LossPoint[];
  /** The words at which the next point is due. */
  readonly due: () => number;
  /** @param sum - of all losses since the run began */
  readonly add: (words: number, sum: number) => void;
}

/** @param totalWords - target words that the whole run will see, about */
export function lossCurve(totalWords: number): LossCurve {
  const points: LossPoint[] = [];
  const step = Math.max(1, totalWords / POINTS);
  let last = { words: 0, sum: 0 };
  let due = step;
  return {
    points,
    due: () => due,
    add(words, sum) {
      points.push({ words, loss: (sum - last.sum) / (words - last.words) });
      last = { words, sum };
      due = step * (1 + Math.floor(words / step));
      // A quotient that is rounded down may name the very word that has been reached, and a run would wait for it for ever.
      if (due <= words) due += step;
    },
  };
}
