/** A wish to stop, for a task that ends in order when its signal is aborted. */
export interface Interruption {
  readonly signal: AbortSignal;
  readonly stop: () => void;
  /**
   * From now on Ctrl-C, or a polite `kill`, is such a wish; the next one ends the process at once. Returns what makes the first
   * one do so again.
   */
  readonly listen: () => () => void;
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

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
