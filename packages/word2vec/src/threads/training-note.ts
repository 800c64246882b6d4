/** What `train` has to say while it runs, which does not change the result. */
export interface TrainingNote {
  /**
   * `one-thread`: more threads were asked for, and could not be had. `rising-loss`: the mean loss of an epoch is above that of
   * the one before.
   */
  readonly kind: "one-thread" | "rising-loss";
  /** One line, with the reason. */
  readonly message: string;
}
