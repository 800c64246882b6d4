import type { WordVectors } from "@wordloom/vectors";

/** The mean of the ways from some rows to others: `mean(unit(to) − unit(from))`. */
export interface Way {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Directions to search in, by number. */
export interface WordDirections {
  /** `[T, D]`, rows at length 1, NaN for a row of zeros; then the ways; lines of zeros up to a multiple of four. */
  readonly directions: Float64Array;
  /** The number of a row's direction. */
  readonly directionOf: (row: number) => number;
  /** The number of the first way's. */
  readonly firstWay: number;
}

/** The directions of some rows, each once, and of some ways. */
export function wordDirections(
  { data, dimension: D, norms }: WordVectors,
  rows: readonly number[],
  ways: readonly Way[] = [],
): WordDirections {
  const numbers = new Map<number, number>();
  for (const row of rows) if (!numbers.has(row)) numbers.set(row, numbers.size);
  const firstWay = numbers.size;
  const directions = new Float64Array(4 * Math.ceil((firstWay + ways.length) / 4) * D);
  const add = (line: number, row: number, factor: number) => {
    for (let d = 0; d < D; d++) directions[line * D + d] += (factor * data[row * D + d]) / norms[row];
  };
  for (const [row, line] of numbers) add(line, row, 1);
  for (const [index, { from, to }] of ways.entries()) {
    for (const row of from) add(firstWay + index, row, -1 / from.length);
    for (const row of to) add(firstWay + index, row, 1 / to.length);
  }
  return { directions, directionOf: (row) => numbers.get(row) ?? 0, firstWay };
}
