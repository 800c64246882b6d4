const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/**
 * Lets Ctrl-C, or a polite `kill`, end a task in order, by an aborted signal; the next one ends the process at once.
 *
 * @returns what the task resolved to, or undefined where it was ended
 */
export async function interruptible<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const controller = new AbortController();
  const { signal } = controller;
  const stop = (): void => controller.abort();
  for (const each of SIGNALS) process.once(each, stop);
  try {
    return await task(signal);
  } catch (error) {
    if (error === signal.reason) return undefined;
    throw error;
  } finally {
    for (const each of SIGNALS) process.off(each, stop);
  }
}
