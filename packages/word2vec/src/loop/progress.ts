import type { Tables } from "../memory/tables.js";

/** Where a run is. */
export interface Word2vecProgress {
  /** The number of the epoch, from 1. */
  readonly epoch: number;
  /** How many target words the run has seen so far. */
  readonly words: number;
  /** How many target words the whole run will see, about: thinning is random. */
  readonly totalWords: number;
  /** The exact mean loss per target since the epoch began. */
  readonly loss: number;
  /** Target words a second since the run began; the time in `onEpoch` does not count. */
  readonly wordsPerSecond: number;
  /** Seconds to the end of the run at that speed. */
  readonly secondsLeft: number;
  /** How many threads train. */
  readonly threads: number;
}

/** Where a run is when an epoch has ended; `maxWords` or the signal may have cut it short. */
export interface Word2vecEpoch extends Word2vecProgress {
  /** Seconds of training so far. */
  readonly seconds: number;
  /** Copies the tables as they stand. Call it before the next epoch begins. */
  readonly tables: () => Tables;
}
