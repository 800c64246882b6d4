import { POINT_ROOM } from "../memory/loss-points.js";
import type { TrainingMemory } from "../memory/training-memory.js";
import type { LossPoint } from "./loss-point.js";

/** The loss curve of a run under way. */
export interface LossCurve {
  readonly points: readonly LossPoint[];
  /** After how many rounds it must be read, at the latest. */
  readonly mostRounds: number;
  /** Reads the points that the kernels have noted since it was last called. No thread may be at work. */
  readonly read: () => void;
}

/** Reads the loss curve of a run where the kernels note it. They note a point after the first round that reaches a multiple of the step (src/assembly/rounds/loss-point.ts). */
export function lossCurve({ memory, round, threads: [{ run }] }: TrainingMemory): LossCurve {
  const noted = new Float64Array(memory.buffer, run.read("points"), 2 * POINT_ROOM);
  const roundWords = run.read("lanes") * run.read("laneWords");
  const points: LossPoint[] = [];
  let last = { words: 0, sum: 0 };
  return {
    points,
    mostRounds: (POINT_ROOM - 1) * Math.max(1, Math.floor(round.read("pointStep") / roundWords)),
    read() {
      while (points.length < round.read("pointsPassed")) {
        const at = 2 * (points.length % POINT_ROOM);
        const [words, sum] = [noted[at], noted[at + 1]];
        points.push({ words, loss: (sum - last.sum) / (words - last.words) });
        last = { words, sum };
      }
    },
  };
}
