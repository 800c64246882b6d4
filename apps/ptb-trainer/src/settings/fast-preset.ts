import type { LaneSettings } from "@wordloom/word2vec";
import type { FastSettings } from "./settings.js";

/** The settings that do not depend on the model, the text or the rate. docs/fast-preset.md says what was tried. */
export const fast: Omit<FastSettings, keyof LaneSettings | "epochs" | "learningRate" | "endLearningRate" | "minCount"> =
  {
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
    batchSize: 1,
    seed: 1,
    maxWords: Number.POSITIVE_INFINITY,
  };

/** The least count of a user's text: rarer words learn too little. A corpus made for training has no such words. */
export const OWN_MIN_COUNT = 5;

/** Epochs by the length of the text: up to this many tokens, this many epochs. A short text must be read more often. */
const epochsUpTo = [
  [100_000, 100],
  [500_000, 40],
  [3_000_000, 20],
  [10_000_000, 10],
] as const;

/** The epochs of the longest texts. */
export const FEWEST_EPOCHS = 5;
/** The epochs of the shortest texts. */
export const MOST_EPOCHS: number = epochsUpTo[0][1];

/** Gives the default number of epochs for a text of a number of tokens. */
export function fastEpochs(tokens: number): number {
  const row = epochsUpTo.find(([most]) => tokens <= most);
  return row === undefined ? FEWEST_EPOCHS : row[1];
}
