/** A program at work on a thread of its own. */
export interface TaskWorker {
  /**
   * Sends the program a request, one at a time, and resolves to its answer.
   *
   * @throws Error if the thread is dead, or dies before it answers, however that comes about
   */
  readonly request: (content: unknown) => Promise<unknown>;
  readonly terminate: () => unknown;
}
