/** The loss at a place in the run. */
export interface LossPoint {
  /** Target words seen so far. */
  readonly words: number;
  readonly loss: number;
}
