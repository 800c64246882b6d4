/** A direction to be near to, and rows that are no answers: mostly those that it came from. */
export interface DirectionQuery {
  /** `[D]`, of length 1 or 0. */
  readonly direction: Float64Array;
  readonly excluded: ReadonlySet<number>;
}
