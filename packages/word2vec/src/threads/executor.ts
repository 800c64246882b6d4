/** Does the work of a run: on the caller's own thread, or on a pool of workers that do it together. */
export interface Executor {
  /**
   * Trains for `rounds` rounds, or to the end of the epoch, or of the ids in memory. Resolves to the status that all threads
   * ended with. Between two calls no thread touches the run.
   *
   * @throws Error if a thread has died
   */
  readonly advance: (rounds: number) => Promise<number>;
  /** How many seconds one call of `advance` should take: only between two calls the host looks at the clock and the signal. */
  readonly callSeconds: number;
  /** Ends the threads. */
  readonly close: () => Promise<void>;
}
