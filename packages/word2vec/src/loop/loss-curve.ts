import type { TrainingMemory } from "../memory/training-memory.js";

/** The loss at a place in a run. */
export interface LossPoint {
  /** Target words seen so far. */
  readonly words: number;
  /** Mean per target since the point before. */
  readonly loss: number;
}

/** Points of a whole run, about. */
const POINTS = 200;

/** Points that the kernels have room for, until {@link LossCurve.read} is called. */
export const POINT_ROOM = 256;

/**
 * Target words from one point to the next.
 *
 * @param totalWords - target words that the whole run will see, about
 */
export function pointStep(totalWords: number): number {
  return Math.max(1, totalWords / POINTS);
}

/** A loss curve under way. */
export interface LossCurve {
  readonly points: readonly LossPoint[];
  /** Batches after which it must be read, at the latest. */
  readonly mostBatches: number;
  /** Reads the points that the kernels have noted since it was last called. Nobody may be at work. */
  readonly read: () => void;
}

/** The kernels note a point after the first batch that reaches a multiple of the step (src/assembly/loss-point.ts). */
export function lossCurve({ memory, threads: [{ run }] }: TrainingMemory): LossCurve {
  const noted = new Float64Array(memory.buffer, run.read("points"), 2 * POINT_ROOM);
  const points: LossPoint[] = [];
  let last = { words: 0, sum: 0 };
  return {
    points,
    mostBatches: (POINT_ROOM - 1) * Math.max(1, Math.floor(run.read("pointStep") / run.read("batchSize"))),
    read() {
      while (points.length < run.read("pointsPassed")) {
        const at = 2 * (points.length % POINT_ROOM);
        const [words, sum] = [noted[at], noted[at + 1]];
        points.push({ words, loss: (sum - last.sum) / (words - last.words) });
        last = { words, sum };
      }
    },
  };
}
