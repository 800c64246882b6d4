/** What a run is made of: with the corpus, it determines every bit of the vectors. */
export interface Settings {
  readonly model: ModelName;
  /** D, numbers in a word vector. */
  readonly dimension: number;
  /** Context words on each side of the target. */
  readonly window: number;
  /** K, words drawn against each target. */
  readonly negatives: number;
  /** Exponent of the counts from which negatives are drawn. */
  readonly power: number;
  readonly epochs: number;
  /** B, targets in a step. */
  readonly batchSize: number;
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
  /** word2vec.c's threshold for frequent words; 0 keeps every word. */
  readonly subsample: number;
  /** Words seen less often are left out. */
  readonly minCount: number;
  readonly seed: number;
  /** Stop after so many target words. */
  readonly maxWords: number;
}

export const modelNames = ["cbow", "skip-gram", "one-hot"] as const;
export type ModelName = (typeof modelNames)[number];

export const optimizerNames = ["sgd", "momentum", "adagrad", "rmsprop", "adam"] as const;
export type OptimizerName = (typeof optimizerNames)[number];

/**
 * Learning rates that suit a loss that is a mean over 100 targets. SGD's is large because of that mean: 5 over 100
 * targets is 0.05 for each, word2vec.c's rate for CBOW.
 */
export const learningRates: Readonly<Record<OptimizerName, number>> = {
  sgd: 5,
  momentum: 0.5,
  adagrad: 0.1,
  rmsprop: 0.001,
  adam: 0.001,
};

/** Chapter 4 of *Deep Learning from Scratch 2*: its program for the Penn Treebank. */
export const book: Settings = {
  model: "cbow",
  dimension: 100,
  window: 5,
  negatives: 5,
  power: 0.75,
  epochs: 10,
  batchSize: 100,
  optimizer: "adam",
  learningRate: learningRates.adam,
  subsample: 0,
  minCount: 1,
  seed: 1,
  maxWords: Number.POSITIVE_INFINITY,
};
