import type { BookSettings, OptimizerName } from "./settings.js";

/**
 * Learning rates for a loss that is a mean over 100 targets. SGD's is large because of that mean: 5 over 100 targets is 0.05
 * for each, which is word2vec.c's rate for CBOW.
 */
export const bookRates: Readonly<Record<OptimizerName, number>> = {
  sgd: 5,
  momentum: 0.5,
  adagrad: 0.1,
  rmsprop: 0.001,
  adam: 0.001,
};

/** The settings of chapter 4 of *Deep Learning from Scratch 2*, for the Penn Treebank. */
export const book: BookSettings = {
  preset: "book",
  model: "cbow",
  dimension: 100,
  window: 5,
  negatives: 5,
  power: 0.75,
  epochs: 10,
  batchSize: 100,
  optimizer: "adam",
  learningRate: bookRates.adam,
  subsample: 0,
  minCount: 1,
  seed: 1,
  maxWords: Number.POSITIVE_INFINITY,
};
