import type { Word2vecOptions } from "../options.js";

/** The names of all options of `train`. */
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
