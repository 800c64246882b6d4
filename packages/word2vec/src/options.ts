import { checkSettings } from "./arguments/check-settings.js";
import type { Word2vecEpoch, Word2vecProgress } from "./loop/progress.js";
import type { Word2vecResult } from "./result.js";
import type { TrainingNote } from "./threads/training-note.js";

/** How the engine trains. Every option has a default; those of word2vec.c where nothing else is said. */
export interface Word2vecOptions {
  readonly model?: "cbow" | "skip-gram";
  /** D, numbers in a word vector, up to 100,000. Default 100. */
  readonly dimension?: number;
  /** Context words on each side of a target, up to 10,000. Default 5. */
  readonly window?: number;
  /** Draws a radius from 1 to `window` for each target. Default true. */
  readonly shrinking?: boolean;
  /** Whether windows reach across the ends of sentences. Default true. */
  readonly crossSentences?: boolean;
  /** K, different words drawn against each target, never the target. Default 5. */
  readonly negatives?: number;
  /** Exponent of the counts from which negatives are drawn, from 0, all words alike, to 10. Default 0.75. */
  readonly power?: number;
  /** Threshold above which frequent words are thinned out, by word2vec.c's formula; 0 keeps every word. Default 1e-3. */
  readonly subsample?: number;
  /** Up to 1,000,000. Default 5. */
  readonly epochs?: number;
  /**
   * The rate of one target's gradient at the start. Default 0.1 for CBOW, 0.05 with word2vec's context gradient, which is n
   * times larger, and 0.025 for skip-gram.
   */
  readonly learningRate?: number;
  /** The rate at the end, to which it falls in a straight line; none above the start. Default: a ten-thousandth of the start. */
  readonly endLearningRate?: number;
  /** B, targets in a step, up to 1,000,000. Default 64 for CBOW, 16 for skip-gram. */
  readonly batchSize?: number;
  /** A whole number from 0. The same seed gives the same bits. Default 1. */
  readonly seed?: number;
  /** Ends the run after so many target words, at the end of a batch. Default: no limit. */
  readonly maxWords?: number;
  /** More than `usefulThreads(dimension)` are of no use, and not started; one where no more can be had. The result does not depend on it. Default 1. */
  readonly threads?: number;
  /** `word2vec` leaves out the `1/n` of CBOW's context gradient, as word2vec.c and gensim do. Default `true`. */
  readonly contextGradient?: "true" | "word2vec";
  /**
   * Hands out the tables where they were trained: at the end there are two, not four. Both are views of the engine's memory,
   * their `buffer`, with all else that is in it, and either of them keeps the whole of it alive. On one thread it is an
   * `ArrayBuffer` that can't be transferred. On more it is a `SharedArrayBuffer`: a worker that is sent a table sees the same
   * memory, no copy, and in browsers `Blob`, `TextDecoder`, `CompressionStream`, `crypto.subtle` and IndexedDB refuse it.
   * Wordloom's own functions take such tables, and encode them to bytes that anyone takes. What needs memory of its own
   * takes `table.slice()`; `false` makes copies of both tables, each with a `buffer` of its own. Default true.
   */
  readonly inPlace?: boolean;
  /** Stops the run; the result has what there is. An `AbortSignal`, whose type not every project knows. */
  readonly signal?: { readonly aborted: boolean };
  /** Told what `train` decides by itself: that it takes one thread where more were asked for, and why. */
  readonly onNote?: (note: TrainingNote) => void;
  /** Told some ten times a second, and at the end. */
  readonly onProgress?: (progress: Word2vecProgress) => void;
  /** Told at the end of each epoch; training goes on when it is done. */
  readonly onEpoch?: (epoch: Word2vecEpoch) => void | Promise<void>;
  /** Before `train` rejects because the loss is no number any more: told what there was before that batch. */
  readonly onDivergence?: (result: Word2vecResult) => void;
}

/** All that there are. */
export const knownOptions: Readonly<Record<keyof Word2vecOptions, true>> = {
  model: true,
  dimension: true,
  window: true,
  shrinking: true,
  crossSentences: true,
  negatives: true,
  power: true,
  subsample: true,
  epochs: true,
  learningRate: true,
  endLearningRate: true,
  batchSize: true,
  seed: true,
  maxWords: true,
  threads: true,
  contextGradient: true,
  inPlace: true,
  signal: true,
  onProgress: true,
  onEpoch: true,
  onDivergence: true,
  onNote: true,
};

/** Options with nothing left open, as far as they determine the numbers. */
export type Settings = Required<Omit<Word2vecOptions, Watching>>;

/** What leaves the numbers as they are. */
type Watching = "inPlace" | "signal" | "onNote" | "onProgress" | "onEpoch" | "onDivergence";

/** @throws RangeError for a value that makes no sense: see {@link checkSettings} */
export function settingsOf(options: Word2vecOptions, caller = "train"): Settings {
  const { model = "cbow", contextGradient = "true" } = options;
  const { learningRate = defaultRate(model, contextGradient) } = options;
  const settings: Settings = {
    model,
    dimension: 100,
    window: 5,
    shrinking: true,
    crossSentences: true,
    negatives: 5,
    power: 0.75,
    subsample: 1e-3,
    epochs: 5,
    learningRate,
    endLearningRate: Number(learningRate) * 1e-4,
    batchSize: model === "cbow" ? 64 : 16,
    seed: 1,
    maxWords: Number.POSITIVE_INFINITY,
    threads: 1,
    contextGradient,
    ...withoutUndefined(options),
  };
  checkSettings(caller, settings);
  return settings;
}

function defaultRate(model: Settings["model"], contextGradient: Settings["contextGradient"]): number {
  if (model === "skip-gram") return 0.025;
  return contextGradient === "true" ? 0.1 : 0.05;
}

function withoutUndefined(options: Word2vecOptions): Partial<Settings> {
  const { inPlace, signal, onNote, onProgress, onEpoch, onDivergence, ...given } = options;
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
