/** One point of the loss curve. */
export interface LossPoint {
  /** Target words seen so far. */
  readonly words: number;
  readonly loss: number;
}
