/** A decision of `train` itself, which does not change the result. */
export interface TrainingNote {
  /** `one-thread`: more threads were asked for, and could not be had. */
  readonly kind: "one-thread";
  /** One line, with the reason. */
  readonly message: string;
}
