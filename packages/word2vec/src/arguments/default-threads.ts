/** Tokens that a thread must have to train: below that it takes longer to start it. */
const TOKENS_A_THREAD = 100_000;

/**
 * How many threads a run has where nobody says: as many as the machine has cores, but no more than there are lanes, and no more than
 * have something to do for longer than they take to start. The result does not depend on it.
 *
 * @param tokens - of all epochs
 * @param lanes - of a round
 */
export function defaultThreads(tokens: number, lanes: number): number {
  const { navigator } = globalThis as { navigator?: { hardwareConcurrency?: number } };
  const cores = navigator?.hardwareConcurrency ?? 1;
  const useful = Math.min(cores, lanes, Math.floor(tokens / TOKENS_A_THREAD));
  return Math.max(1, useful || 1);
}
