import type { Line } from "./fitted-line.ts";

/** The parts of a word's time, measured on one machine. */
export interface ScalingModel {
  readonly model: "cbow" | "skip-gram";
  /** Nanoseconds a word on one thread, over the dimensions. */
  readonly oneThread: Line;
  /** Nanoseconds a word on one of several threads, over the dimensions that it owns, without exchange and barrier. */
  readonly severalThreads: Line;
  /** B, the targets between two barriers. */
  readonly batchSize: number;
  /** Scores of a target: of each hidden vector with the target and the negatives. */
  readonly scores: number;
  /** Nanoseconds that one wait at the barrier takes, over the threads. */
  readonly barrier: Line;
  /** Nanoseconds to read a cache line that another thread wrote. */
  readonly line: number;
}

/**
 * How partial scores become scores. `all`: every thread reads those of all others and adds them up. `parted`: each adds up
 * those of its share of the batch, and after a second barrier all read the sums.
 */
export type Exchange = "all" | "parted";

/** The nanoseconds of a word, part by part. */
export interface WordTime {
  /** Threads that have dimensions to own. */
  readonly threads: number;
  /** In proportion to the dimensions of a thread: moving and computing. */
  readonly rows: number;
  /** What every thread does for every word: drawing samples, sigmoids. */
  readonly fixed: number;
  readonly exchange: number;
  readonly barrier: number;
  readonly total: number;
}

const LINE_BYTES = 64;
const SCORE_BYTES = 4;

/**
 * Computes the time of a word on that many cores, one thread each.
 *
 * `rows + fixed` on one thread; on more, `rows / p + fixed + exchange + barrier / B`, where a thread reads
 * `4 · scores · (p − 1)` bytes that others wrote if all read all, `2 · 4 · scores · (p − 1) / p` if the sums are parted,
 * which takes two barriers.
 */
export function wordTime(parts: ScalingModel, cores: number, dimension: number, exchange: Exchange = "all"): WordTime {
  const vectors = Math.ceil(dimension / 4);
  const threads = Math.min(cores, vectors);
  if (threads === 1) {
    const rows = parts.oneThread.slope * 4 * vectors;
    return {
      threads,
      rows,
      fixed: parts.oneThread.constant,
      exchange: 0,
      barrier: 0,
      total: rows + parts.oneThread.constant,
    };
  }
  const rows = parts.severalThreads.slope * 4 * Math.ceil(vectors / threads);
  const exchanged = exchangedLines(parts, threads, exchange) * parts.line;
  const barrier = barrierTime(parts, threads, exchange);
  const fixed = parts.severalThreads.constant;
  return { threads, rows, fixed, exchange: exchanged, barrier, total: rows + fixed + exchanged + barrier };
}

/** Cache lines that a thread reads for a word and another thread wrote. */
export function exchangedLines({ scores }: Pick<ScalingModel, "scores">, threads: number, exchange: Exchange): number {
  const copies = exchange === "all" ? threads : 2;
  return (scores * SCORE_BYTES * copies * (threads - 1)) / (threads * LINE_BYTES);
}

/** Nanoseconds a word that a thread spends at the barrier. */
export function barrierTime(
  { barrier, batchSize }: Pick<ScalingModel, "barrier" | "batchSize">,
  threads: number,
  exchange: Exchange,
): number {
  return ((exchange === "all" ? 1 : 2) * (barrier.constant + barrier.slope * threads)) / batchSize;
}

/** The part that takes longest. */
export function limitOf({ rows, fixed, exchange, barrier }: WordTime): "rows" | "fixed" | "exchange" | "barrier" {
  const parts = { rows, fixed, exchange, barrier };
  return (Object.keys(parts) as (keyof typeof parts)[]).reduce((most, each) =>
    parts[each] > parts[most] ? each : most,
  );
}

/** The number of cores with the shortest time, up to the given number. */
export function bestCores(parts: ScalingModel, dimension: number, most: number, exchange: Exchange): number {
  let best = 1;
  for (let cores = 2; cores <= most; cores++) {
    if (wordTime(parts, cores, dimension, exchange).total < wordTime(parts, best, dimension, exchange).total)
      best = cores;
  }
  return best;
}
