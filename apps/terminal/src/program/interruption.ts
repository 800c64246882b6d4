/** Stops a task in order, by a signal. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** Aborts the signal. */
  readonly stop: () => void;
  /**
   * From now on Ctrl-C, or `kill`, aborts the signal, and a second one ends the process at once. Returns a function that stops
   * listening.
   */
  readonly listen: () => () => void;
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** Makes a signal that Ctrl-C aborts, once `listen` is called. */
export function interruption(): Interruption {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  return {
    signal: controller.signal,
    stop,
    listen() {
      for (const signal of SIGNALS) process.once(signal, stop);
      return () => {
        for (const signal of SIGNALS) process.off(signal, stop);
      };
    },
  };
}
