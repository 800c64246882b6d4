import { interruption } from "@wordloom/terminal";

/**
 * Runs a task that Ctrl-C, or `kill`, ends in order, by an aborted signal. A second Ctrl-C ends the process at once.
 *
 * @returns the result of the task, or undefined if it was interrupted
 */
export async function interruptible<T>(task: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const { signal, listen } = interruption();
  const unlisten = listen();
  try {
    return await task(signal);
  } catch (error) {
    if (error === signal.reason) return undefined;
    throw error;
  } finally {
    unlisten();
  }
}
