/** The loss at a place in a run. */
export interface LossPoint {
  /** How many target words the run had seen by then. */
  readonly words: number;
  /** The mean loss per target since the point before. */
  readonly loss: number;
}
