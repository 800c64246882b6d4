/**
 * What the negatives of a batch take to draw, in vectors of four dimensions that a thread owns: scores and gradients of so many
 * take as long. By trial on two threads with 13 and 12 vectors.
 */
const DRAWS = 5;

/**
 * Shares of the negatives for the threads to draw, so that all have about the same to do: who owns fewer vectors draws more,
 * and those with far more than the rest draw none.
 *
 * @param vectors - how many each of them owns
 *
 * @example
 * drawShares([13, 12]); // [0.4, 0.6]
 */
export function drawShares(vectors: readonly number[]): number[] {
  const drawing = vectors.toSorted((a, b) => a - b);
  const level = (): number => (DRAWS + drawing.reduce((sum, count) => sum + count, 0)) / drawing.length;
  while (level() < drawing[drawing.length - 1]) drawing.pop();
  const filled = level();
  return vectors.map((count) => Math.max(0, filled - count) / DRAWS);
}
