import { interruption } from "@wordloom/terminal";

/**
 * Lets Ctrl-C, or a polite `kill`, end a task in order, by an aborted signal; the next one ends the process at once.
 *
 * @returns what the task resolved to, or undefined where it was ended
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
