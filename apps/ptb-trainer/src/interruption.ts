/** A wish to stop: the run ends at its next batch and saves what there is. */
export interface Interruption {
  readonly signal: AbortSignal;
  readonly stop: () => void;
  /** From now on Ctrl-C, or a polite `kill`, is such a wish; the next one ends the process at once. */
  readonly listen: () => void;
}

export function interruption(): Interruption {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  return {
    signal: controller.signal,
    stop,
    listen() {
      process.once("SIGINT", stop);
      process.once("SIGTERM", stop);
    },
  };
}
