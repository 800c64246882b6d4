/**
 * How long it takes to draw the negatives of a batch, counted in vectors: as long as the scores and steps of that many vectors of
 * four dimensions. By trial on two threads with 13 and 12 vectors.
 */
const NEGATIVES_COST = 5;

/**
 * Shares of the negatives for the threads to draw, so that all have about the same to do: a thread that owns fewer vectors draws
 * more, and one with far more vectors than the rest draws none.
 *
 * @param vectors - how many each of them owns
 *
 * @example
 * samplingShares([13, 12]); // [0.4, 0.6]
 */
export function samplingShares(vectors: readonly number[]): number[] {
  const sharing = vectors.toSorted((a, b) => a - b);
  const level = (): number => (NEGATIVES_COST + sharing.reduce((sum, count) => sum + count, 0)) / sharing.length;
  while (level() < sharing[sharing.length - 1]) sharing.pop();
  const filled = level();
  return vectors.map((count) => Math.max(0, filled - count) / NEGATIVES_COST);
}
