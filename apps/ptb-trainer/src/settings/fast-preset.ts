import type { ContextGradient, FastModelName, FastSettings } from "./settings.js";

/** Targets in a step: a row takes the sum of its gradients, and skip-gram has ten times as many. */
export const fastBatchSizes: Readonly<Record<FastModelName, number>> = { cbow: 64, "skip-gram": 16 };

/** Rates of one target's gradient. The true one of CBOW is a tenth or so of word2vec's, and wants more. */
export function fastRate(model: FastModelName, contextGradient: ContextGradient): number {
  if (model === "skip-gram") return 0.025;
  return contextGradient === "true" ? 0.1 : 0.05;
}

/** What is chosen for a model, a text or a rate is not here. README.md says what was tried. */
export const fast: Omit<FastSettings, "batchSize" | "epochs" | "learningRate" | "endLearningRate" | "minCount"> = {
  preset: "fast",
  model: "cbow",
  dimension: 100,
  window: 5,
  shrinking: true,
  crossSentences: true,
  negatives: 5,
  power: 0.75,
  subsample: 1e-3,
  contextGradient: "true",
  seed: 1,
  maxWords: Number.POSITIVE_INFINITY,
};

/** In a text of one's own, words seen less often tell too little of themselves; a corpus made for training has none. */
export const OWN_MIN_COUNT = 5;

/** A small text has to be read more often: up to so many tokens, so many times. */
const epochsUpTo = [
  [100_000, 100],
  [500_000, 40],
  [3_000_000, 20],
  [10_000_000, 10],
] as const;

export const FEWEST_EPOCHS = 5;
export const MOST_EPOCHS: number = epochsUpTo[0][1];

export function fastEpochs(tokens: number): number {
  const row = epochsUpTo.find(([most]) => tokens <= most);
  return row === undefined ? FEWEST_EPOCHS : row[1];
}
