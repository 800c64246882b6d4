import { carriedBytes } from "../cost/roofline.ts";
import type { Line } from "./fitted-line.ts";

/** What a word costs on one thread, fitted to the engine's speed, and how a lane is made. */
export interface ScalingModel {
  readonly model: "cbow" | "skip-gram";
  /** S */
  readonly laneWords: number;
  /** Rows of both tables that a lane copies and merges, for each of its words. */
  readonly rows: number;
  readonly costs: readonly RowCost[];
}

interface RowCost {
  readonly dimension: number;
  /** Nanoseconds of a word, in its lane. */
  readonly compute: number;
  /** Nanoseconds of a row of a lane: it is drawn, copied and merged. */
  readonly row: number;
}

/** What threads cost each other, and what they share. */
export interface ThreadCosts {
  /** Nanoseconds of a meeting at the barrier, over the threads. */
  readonly meeting: Line;
  /** How much longer the last of 1, 2, 4 … 64 threads takes for equal work than they do on average, as a share of that. */
  readonly lateness: readonly number[];
  /** Bytes a second that memory gives to all threads together. */
  readonly bandwidth: number;
}

/** Nanoseconds of a word, by what takes them. */
export interface WordTime {
  /** That find work: no more than there are lanes. */
  readonly threads: number;
  readonly compute: number;
  readonly rows: number;
  readonly barriers: number;
  readonly waiting: number;
  /** That memory needs at least. */
  readonly memory: number;
  readonly total: number;
}

export const parts = ["compute", "rows", "barriers", "waiting"] as const;

const BARRIERS = 2;

/**
 * The time of a word on that many cores, one thread each: `(compute + rows · row) · ⌈L / p⌉ / L`, and what threads cost each other.
 * At the end of the lanes all wait for the one that is late with its last. No thread waits where there is only one.
 *
 * @throws RangeError for a dimension that the model has no costs of
 */
export function wordTime(
  { laneWords, rows, costs }: ScalingModel,
  shared: ThreadCosts,
  { cores, lanes, dimension }: { readonly cores: number; readonly lanes: number; readonly dimension: number },
): WordTime {
  const cost = costs.find((each) => each.dimension === dimension);
  if (cost === undefined) throw new RangeError(`wordTime: there are no costs of D ${dimension}`);
  const threads = Math.min(cores, lanes);
  const isAlone = threads === 1;
  const share = Math.ceil(lanes / threads) / lanes;
  const lane = cost.compute + rows * cost.row;
  const found = {
    compute: cost.compute * share,
    rows: rows * cost.row * share,
    barriers: isAlone
      ? 0
      : (BARRIERS * (shared.meeting.constant + shared.meeting.slope * threads)) / (lanes * laneWords),
    waiting: (lane * shared.lateness[Math.ceil(Math.log2(threads))]) / lanes,
  };
  const memory = (1e9 * rows * carriedBytes(dimension)) / shared.bandwidth;
  const sum = parts.reduce((total, part) => total + found[part], 0);
  return { threads, ...found, memory, total: Math.max(sum, memory) };
}

/** What takes longest: a part, or memory if all parts together would be faster than it. */
export function limitOf(time: WordTime): (typeof parts)[number] | "memory" {
  if (time.total === time.memory) return "memory";
  return parts.reduce((most, each) => (time[each] > time[most] ? each : most));
}

/**
 * How much longer than their mean the largest of 1, 2, 4 … 64 values is on average, as a share of it, if each is one of the given
 * ones: the i-th of n is the largest of k with chance `(i/n)^k − ((i − 1)/n)^k`.
 */
export function latenessOf(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  return [1, 2, 4, 8, 16, 32, 64].map((k) => {
    const largest = sorted.reduce((sum, value, i) => sum + value * (((i + 1) / n) ** k - (i / n) ** k), 0);
    return Math.max(0, largest / mean - 1);
  });
}
