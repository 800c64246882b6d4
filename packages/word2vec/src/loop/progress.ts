import type { Tables } from "../memory/tables.js";

/** Where a run is. */
export interface Word2vecProgress {
  /** Counted from 1. */
  readonly epoch: number;
  /** Target words seen so far. */
  readonly words: number;
  /** Target words that the whole run will see, about: thinning is random. */
  readonly totalWords: number;
  /** Exact mean per target since the epoch began. */
  readonly loss: number;
  /** Target words a second since the run began, time in `onEpoch` left out. */
  readonly wordsPerSecond: number;
  /** Seconds to the end at that pace. */
  readonly secondsLeft: number;
}

/** An epoch that has ended; `maxWords` or the signal may have cut it short. */
export interface Word2vecEpoch extends Word2vecProgress {
  /** Training time so far. */
  readonly seconds: number;
  /** Copies of the tables as they stand; to be asked for before the next epoch begins. */
  readonly tables: () => Tables;
}
