/** One fact of a {@link Battery}, and the function that throws where it does not hold. */
export interface Check {
  /** Completes the sentence that begins with the name of what is checked. */
  readonly name: string;
  readonly check: () => void;
}

/**
 * The whole contract of one layer, loss, optimizer or sampler, as a list that any test runner can loop over:
 *
 * `for (const { name, check } of battery.checks) test(name, check);`
 */
export interface Battery {
  readonly name: string;
  readonly checks: readonly Check[];
}
