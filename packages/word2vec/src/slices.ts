/** The part of each row that a thread owns, in whole vectors of four numbers. */
export interface Slice {
  /** Quarters of the dimensions, `[first, end)`. */
  readonly firstQuarter: number;
  readonly endQuarter: number;
  /** Dimensions `[start, end)`; the last slice may go beyond D, filled up with zeros. */
  readonly start: number;
  readonly end: number;
  /** Bytes from the start of the slice at which each of the four quarters ends; only its own count. */
  readonly quarterEnds: readonly number[];
}

/**
 * Dimensions parted over threads. Scores are added up by quarters of the dimensions, whoever computes them, so that the sum
 * has the same bits for any number of threads; more than four would have nothing to own.
 */
export function slices(D: number, threads: number): Slice[] {
  const vectors = Math.ceil(D / 4);
  const count = Math.min(threads, 4, vectors);
  const quarterStart = (quarter: number): number => 4 * Math.floor((quarter * vectors) / 4);
  return Array.from({ length: count }, (_, thread) => {
    const firstQuarter = Math.floor((4 * thread) / count);
    const endQuarter = Math.floor((4 * (thread + 1)) / count);
    const start = quarterStart(firstQuarter);
    const quarterEnds = [1, 2, 3, 4].map((quarter) => 4 * Math.max(0, quarterStart(quarter) - start));
    return { firstQuarter, endQuarter, start, end: quarterStart(endQuarter), quarterEnds };
  });
}
