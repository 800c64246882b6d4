import type { BandwidthPoint, Ceilings } from "./bandwidth.ts";
import type { EngineTask } from "./engine-cost.ts";
import { laneRows } from "./lane-rows.ts";
import { type LaneVisits, laneVisits, workPerWord } from "./work-per-word.ts";

/** What a word needs, what the machine can do, and what it takes. */
export interface Roofline {
  readonly task: EngineTask;
  /** Each visited row is read once and written once, 4 bytes a number, and those of a lane are copied and merged once. */
  readonly bytes: number;
  readonly operations: number;
  /** Nanoseconds if only the rows moved, each from where it fits. */
  readonly memory: number;
  /** Nanoseconds if only the operations were done. */
  readonly arithmetic: number;
  readonly measured: number;
}

/** Of a row of a table: whole vectors of four numbers. */
export function rowBytes(dimension: number): number {
  return 16 * Math.ceil(dimension / 4);
}

/** @param ceilings - for as many threads, and rows as long */
export function roofline(task: EngineTask, { curve, operations: speed }: Ceilings, measured: number): Roofline {
  const { model, dimension, vocabulary, window, negatives, laneWords } = task;
  const work = workPerWord(model, window, negatives);
  const operations = work.operationsPerDimension * dimension;
  const row = rowBytes(dimension);
  const { input, output } = laneRows(vocabulary, window, task);
  const carried = (carriedBytes(dimension) * (input + output)) / laneWords;
  const carrying = carried / rowsPace(2 * vocabulary * row, curve);
  const visiting = movingSeconds(laneVisits(vocabulary, window, negatives, task), row, curve);
  return {
    task,
    bytes: work.rows * 2 * row + carried,
    operations,
    memory: (visiting + carrying) * 1e9,
    arithmetic: (operations / speed) * 1e9,
    measured,
  };
}

/** Of a row of a lane: it is read in a table and written to the lane, and at the end of the round the other way round. */
export function carriedBytes(dimension: number): number {
  return 4 * rowBytes(dimension);
}

/**
 * Seconds to read and write a word's rows, if the most visited ones of a lane stay in the fastest memory they fit in: a row moves at
 * the speed measured for as many bytes as it and all rows of the lane that are visited more often take.
 */
export function movingSeconds(
  { visits, chances }: LaneVisits,
  rowBytes: number,
  curve: readonly BandwidthPoint[],
): number {
  let seconds = 0;
  let bytes = 0;
  for (let rank = 0; rank < visits.length; rank++) {
    bytes += chances[rank] * rowBytes;
    seconds += (visits[rank] * 2 * rowBytes) / rowsPace(bytes, curve);
  }
  return seconds;
}

/** Bytes a second for rows out of a table of `bytes` bytes, between the points on straight lines over the logarithm of the size. */
export function rowsPace(bytes: number, curve: readonly BandwidthPoint[]): number {
  const next = curve.findIndex((point) => point.bytes >= bytes);
  if (next === 0) return curve[0].rows;
  if (next < 0) return curve[curve.length - 1].rows;
  const [low, high] = [curve[next - 1], curve[next]];
  const share = Math.log(bytes / low.bytes) / Math.log(high.bytes / low.bytes);
  return low.rows + share * (high.rows - low.rows);
}
