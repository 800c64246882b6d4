import type { TrainingNote } from "@wordloom/word2vec";
import type { TrainingText } from "../text/training-text.js";
import type { LossPoint } from "./loss-point.js";

/** Where a run is. */
export interface Progress {
  /** Counted from 1. */
  readonly epoch: number;
  /** Target words seen so far. */
  readonly words: number;
  /** Target words that the whole run will see, about. */
  readonly totalWords: number;
  /** Mean loss per target since the epoch began. */
  readonly loss: number;
  /** Tokens of the text a second since the run began, rare and thinned ones too, time for validation left out. */
  readonly textWordsPerSecond: number;
  /** Seconds to the end at that pace. */
  readonly secondsLeft: number;
}

/** An epoch that has ended; the last may have been cut short. */
export interface EpochRecord {
  readonly epoch: number;
  /** Target words seen so far: what is left of the text without rare words and after thinning. */
  readonly words: number;
  /** Tokens of the text gone through so far, rare and thinned ones too: what the tables of docs/speed.md count. */
  readonly textWords: number;
  readonly loss: number;
  /** Absent where there is no validation text. */
  readonly validationLoss?: number;
  readonly targetWordsPerSecond: number;
  readonly textWordsPerSecond: number;
  /** Training time so far. */
  readonly seconds: number;
}

export interface TrainingRun {
  /** `[V, D]`, what one keeps. */
  readonly inputVectors: Float32Array;
  readonly epochs: readonly EpochRecord[];
  readonly curve: readonly LossPoint[];
  readonly words: number;
  readonly seconds: number;
  readonly isInterrupted: boolean;
  /** Where the run has diverged: at which word and rate. The vectors are those from before. */
  readonly divergence?: Error;
}

/** What a run tells while it goes on. */
export interface Observer {
  readonly onProgress: (progress: Progress) => unknown;
  readonly onEpoch: (record: EpochRecord) => unknown;
  /** Told what the engine decides by itself, as that it takes one thread where more can't be had. */
  readonly onNote?: (note: TrainingNote) => unknown;
}

export type RunText = Pick<TrainingText, "train" | "validation" | "tokensRead">;
