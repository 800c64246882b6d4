import type { TrainingNote } from "@wordloom/word2vec";
import type { TrainingText } from "../text/training-text.js";
import type { LossPoint } from "./loss-point.js";

/** How far a run is. */
export interface Progress {
  /** Counted from 1. */
  readonly epoch: number;
  /** Target words seen so far. */
  readonly words: number;
  /** The target words of the whole run, about. */
  readonly totalWords: number;
  /** Mean loss per target since the epoch began. */
  readonly loss: number;
  /** Tokens of the text a second since the run began, rare and thinned ones too, without the time for validation. */
  readonly textWordsPerSecond: number;
  /** Seconds to the end of the run at this speed. */
  readonly secondsLeft: number;
  /** How many threads train. */
  readonly threads: number;
}

/** An epoch that has ended. The last one may have been cut short. */
export interface EpochRecord {
  readonly epoch: number;
  /** Target words so far: tokens without the rare and the thinned ones. */
  readonly words: number;
  /** Tokens of the text so far, rare and thinned ones too, as docs/speed.md counts words. */
  readonly textWords: number;
  readonly loss: number;
  /** Absent if there is no validation text. */
  readonly validationLoss?: number;
  readonly targetWordsPerSecond: number;
  readonly textWordsPerSecond: number;
  /** Training time so far. */
  readonly seconds: number;
}

/** What training gives. */
export interface TrainingRun {
  /** The word vectors, `[V, D]`. */
  readonly inputVectors: Float32Array;
  readonly epochs: readonly EpochRecord[];
  readonly curve: readonly LossPoint[];
  readonly words: number;
  readonly seconds: number;
  readonly isInterrupted: boolean;
  /** Says at which word and learning rate the loss grew out of bounds, if it did. The vectors are from before that. */
  readonly divergence?: Error;
}

/** What a run reports while it trains. */
export interface Observer {
  readonly onProgress: (progress: Progress) => unknown;
  readonly onEpoch: (record: EpochRecord) => unknown;
  /** Receives what the engine decides by itself, such as to train on one thread where more cannot be started. */
  readonly onNote?: (note: TrainingNote) => unknown;
}

/** The text of a run. */
export type RunText = Pick<TrainingText, "train" | "validation" | "tokensRead">;
