import type { MergeRule } from "./arguments/merge-rule.js";
import type { Word2vecEpoch, Word2vecProgress } from "./loop/progress.js";
import type { Word2vecResult } from "./result.js";
import type { TrainingNote } from "./threads/training-note.js";

/** How `train` trains. Every option has a default: the one of word2vec.c, where nothing else is said. */
export interface Word2vecOptions {
  /** `cbow` predicts a word from the mean of its contexts, `skip-gram` from each context alone. Default `cbow`. */
  readonly model?: "cbow" | "skip-gram";
  /** D, how many numbers a word vector has, from 1 to 100,000. Default 100. */
  readonly dimension?: number;
  /** How many words on each side of a target are its contexts, from 1 to 10,000. Default 5. */
  readonly window?: number;
  /** Whether a radius from 1 to `window` is drawn for each target. Default true. */
  readonly shrinking?: boolean;
  /** Whether windows reach across the ends of sentences. Default true. */
  readonly crossSentences?: boolean;
  /** K, how many different words are drawn against each target, never the target itself. Default 5. */
  readonly negatives?: number;
  /** The exponent of the counts by which negatives are drawn, from 0, which makes all words alike, to 10. Default 0.75. */
  readonly power?: number;
  /** The threshold above which frequent words are thinned out, by word2vec.c's formula; 0 keeps every word. Default 1e-3. */
  readonly subsample?: number;
  /** How often the corpus is read, from 1 to 1,000,000. Default 5. */
  readonly epochs?: number;
  /**
   * The learning rate at the start, of one target's gradient. Default for CBOW 0.1, for a text of two million tokens or more 0.15;
   * 0.05 with word2vec's context gradient, which is n times larger; 0.025 for skip-gram.
   */
  readonly learningRate?: number;
  /** The learning rate at the end, to which it falls in a straight line; never above the start. Default: a ten-thousandth of the start. */
  readonly endLearningRate?: number;
  /** B, how many targets a step has, from 1 to 1,000,000. Default 1. */
  readonly batchSize?: number;
  /**
   * L, how many pieces of the corpus are trained side by side in a round, from 1 to 1024: as many threads find work. Each lane
   * begins with the tables from before the round, and trains copies of the rows that it needs; after the round the changes of all
   * lanes are merged. One lane is the sequential algorithm. The result depends on it, and not on the number of threads. Lanes
   * beyond the end of the text stay empty. Default 8; fewer for texts of less than 103,000 tokens, 1 below 26,000.
   */
  readonly lanes?: number;
  /**
   * S, how many tokens a lane has, from 16 to 32,768. Longer lanes cost less for copies and merges; shorter ones learn more from each other.
   * Default: the largest power of two that leaves 200 rounds to an epoch, from 16 to 4096 for CBOW, to 1024 for skip-gram.
   */
  readonly laneWords?: number;
  /**
   * M, how many words a lane draws by the noise distribution, from 1 to 32,768. The negatives of its targets come from this pool,
   * so that they stay in the processor's cache. Default: a fourth of `laneWords`, at least 64; for CBOW with 1024 or more, an eighth.
   */
  readonly negativePool?: number;
  /** How the lanes' changes to a row of the input table become one change. Default `adasum`. */
  readonly mergeInput?: MergeRule;
  /** The same of the output table. Default `settling`. */
  readonly mergeOutput?: MergeRule;
  /** A whole number from 0. The same seed gives the same bits. Default 1. */
  readonly seed?: number;
  /** Ends the run after that many target words, at the end of a round. Default: no limit. */
  readonly maxWords?: number;
  /**
   * How many threads train. More than `lanes` are not started, and one does all of the work where no more can be had. The result
   * does not depend on it. Default: as many as there are cores, but one for each 100,000 tokens to train, over all epochs.
   */
  readonly threads?: number;
  /** `word2vec` leaves out the `1/n` of CBOW's context gradient, as word2vec.c and gensim do. Default `true`. */
  readonly contextGradient?: "true" | "word2vec";
  /**
   * Whether the tables are handed out where they were trained, so that at the end there are two, not four. Both are then views of
   * the engine's memory: their `buffer` has all else that is in it, and either of them keeps the whole of it alive. On one thread
   * it is an `ArrayBuffer` that can't be transferred. On more it is a `SharedArrayBuffer`: a worker that is sent a table sees the
   * same memory, no copy, and in browsers `Blob`, `TextDecoder`, `CompressionStream`, `crypto.subtle` and IndexedDB refuse it.
   * Wordloom's own functions take such tables, and encode them to bytes that anyone takes. What needs memory of its own
   * takes `table.slice()`; `false` makes copies of both tables, each with a `buffer` of its own. Default true.
   */
  readonly inPlace?: boolean;
  /** Stops the run when it is aborted; the result has what there is by then. An `AbortSignal`, whose type not every project knows. */
  readonly signal?: { readonly aborted: boolean };
  /** Called with what a person should know: that the run has one thread where more were asked for, and why; that the loss rises. */
  readonly onNote?: (note: TrainingNote) => void;
  /** Called some ten times a second, and at the end, with where the run is. */
  readonly onProgress?: (progress: Word2vecProgress) => void;
  /** Called at the end of each epoch; training goes on when what it returns has resolved. */
  readonly onEpoch?: (epoch: Word2vecEpoch) => void | Promise<void>;
  /** Called before `train` rejects because the loss is not a number any more, with what there was before that round. */
  readonly onDivergence?: (result: Word2vecResult) => void;
}
