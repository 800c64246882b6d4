/** Does the work of a run: on the caller's own thread, or on a pool of workers that do it together. */
export interface Executor {
  /**
   * Trains for `rounds` rounds, or to the end of the epoch, or of the ids in memory. Resolves to the status that all threads
   * ended with. Between two calls no thread touches the run. When `signal` is aborted it gives the round up that it is in, and
   * the tables are what they were before it.
   *
   * @throws Error if a thread has died
   */
  readonly advance: (rounds: number, signal?: AbortFlag) => Promise<number>;
  /** How many seconds one call of `advance` should take: only between two calls the host reports and copies ids. */
  readonly callSeconds: number;
  /** Ends the threads. */
  readonly close: () => Promise<void>;
}

/** Whether a run is to stop: what is needed of an `AbortSignal`. */
interface AbortFlag {
  readonly aborted: boolean;
}
