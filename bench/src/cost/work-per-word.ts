import { chances, noiseShares } from "./lane-rows.ts";
import type { LaneShape } from "./lane-shape.ts";
import { zipfShares } from "./zipf-corpus.ts";

/** What the algorithm asks for at least, whatever the code. */
export interface WorkPerWord {
  /** Rows of both tables that a target reads and writes: its contexts, itself, its negatives. */
  readonly rows: number;
  /** Multiplications and additions for each dimension. */
  readonly operationsPerDimension: number;
}

/** Contexts of a target: the radius is drawn from 1 to `window`, so 1 to `2 · window` words, `window + 1` on average. */
export function meanContexts(window: number): number {
  return window + 1;
}

/**
 * Work of a target, away from the edges of a text. With n contexts, and 1 + K output rows:
 *
 * CBOW adds up n rows and takes their mean, `n + 1` operations a dimension; for each output row it takes a dot product, adds
 * to the hidden gradient and updates the row, 2 operations each; it scales the gradient and adds it to n rows, `n + 1`.
 * Skip-gram has n hidden vectors, so all of the output part n times, and adds n gradients to n rows.
 */
export function workPerWord(model: "cbow" | "skip-gram", window: number, negatives: number): WorkPerWord {
  const n = meanContexts(window);
  const rows = n + 1 + negatives;
  const outputs = 3 * 2 * (1 + negatives);
  return { rows, operationsPerDimension: model === "cbow" ? 2 * (n + 1) + outputs : n * outputs + n };
}

/** Rows of a lane, the most visited first. */
export interface LaneVisits {
  /** How often a word's training visits each row, on average over all lanes. */
  readonly visits: Float64Array;
  /** The chance that a lane has the row at all. */
  readonly chances: Float64Array;
}

/**
 * Visits of the rows of both tables: those of contexts by `1/r`, those of outputs by `1/r` as targets and by its power 0.75 as
 * negatives.
 */
export function laneVisits(V: number, window: number, negatives: number, shape: LaneShape): LaneVisits {
  const shares = zipfShares(V);
  const noise = noiseShares(shares);
  const { own, pooled } = chances(V, window, shape);
  const rows = Array.from(shares, (share, r) => [
    { visits: meanContexts(window) * share, chance: own[r] },
    { visits: share + negatives * noise[r], chance: own[r] + (1 - own[r]) * pooled[r] },
  ]).flat();
  rows.sort((a, b) => b.visits - a.visits);
  return {
    visits: Float64Array.from(rows, ({ visits }) => visits),
    chances: Float64Array.from(rows, ({ chance }) => chance),
  };
}
