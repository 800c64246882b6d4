import type { BandwidthPoint, Ceilings } from "./bandwidth.ts";
import type { EngineTask } from "./engine-word-time.ts";
import { visitsPerWord, workPerWord } from "./work-per-word.ts";

/** What a word needs, what the machine can do, and what it takes. */
export interface Roofline {
  readonly task: EngineTask;
  /** Each visited row is read once and written once, 4 bytes a number. */
  readonly bytes: number;
  readonly operations: number;
  /** Nanoseconds if only the rows moved, each from where it fits. */
  readonly memory: number;
  /** Nanoseconds if only the operations were done. */
  readonly arithmetic: number;
  readonly measured: number;
}

/** The rows of a thread's slice, in bytes: whole vectors of four numbers. */
export function sliceBytes(dimension: number, threads: number): number {
  return 16 * Math.ceil(Math.ceil(dimension / 4) / threads);
}

/** @param ceilings - for as many threads, and rows as long as the thread's slices */
export function roofline(task: EngineTask, { curve, operations: speed }: Ceilings, measured: number): Roofline {
  const { model, dimension, vocabulary, window, negatives, threads } = task;
  const work = workPerWord(model, window, negatives);
  const operations = work.operationsPerDimension * dimension;
  const rowBytes = sliceBytes(dimension, threads);
  const visits = visitsPerWord(vocabulary, window, negatives);
  return {
    task,
    bytes: work.rows * 2 * 4 * dimension,
    operations,
    memory: movingSeconds(visits, rowBytes, threads, curve) * 1e9,
    arithmetic: (operations / speed) * 1e9,
    measured,
  };
}

/**
 * Seconds to read and write a word's rows if the most visited ones stay in the fastest memory they fit in: a row moves at the
 * speed measured for as many bytes as it and all rows visited more often take.
 */
export function movingSeconds(
  visits: Float64Array,
  rowBytes: number,
  threads: number,
  curve: readonly BandwidthPoint[],
): number {
  let seconds = 0;
  for (let rank = 0; rank < visits.length; rank++) {
    seconds += (visits[rank] * 2 * rowBytes * threads) / rowBandwidth((rank + 1) * rowBytes, curve);
  }
  return seconds;
}

/** Bytes a second for rows out of a table of `bytes` bytes, between the points on straight lines over the logarithm of the size. */
export function rowBandwidth(bytes: number, curve: readonly BandwidthPoint[]): number {
  const next = curve.findIndex((point) => point.bytes >= bytes);
  if (next === 0) return curve[0].rows;
  if (next < 0) return curve[curve.length - 1].rows;
  const [low, high] = [curve[next - 1], curve[next]];
  const share = Math.log(bytes / low.bytes) / Math.log(high.bytes / low.bytes);
  return low.rows + share * (high.rows - low.rows);
}
