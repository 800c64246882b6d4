import type { LaneSettings } from "@wordloom/word2vec";

/** All settings of a run. Together with the corpus they determine every bit of the vectors. */
export type Settings = FastSettings | BookSettings;

/** The presets. */
export const presetNames = ["fast", "book"] as const;
export type PresetName = (typeof presetNames)[number];

interface CommonSettings {
  readonly preset: PresetName;
  readonly model: ModelName;
  /** D, numbers in a word vector. */
  readonly dimension: number;
  /** Context words on each side of the target. */
  readonly window: number;
  /** K, the negatives of each target. */
  readonly negatives: number;
  /** Negatives are drawn in proportion to `count^power`. */
  readonly power: number;
  readonly epochs: number;
  /** B, targets in a step. */
  readonly batchSize: number;
  readonly learningRate: number;
  /** word2vec.c's threshold for frequent words; 0 keeps every word. */
  readonly subsample: number;
  /** Words that occur less often are left out. */
  readonly minCount: number;
  readonly seed: number;
  /** Training stops after this many target words. */
  readonly maxWords: number;
}

/** The settings of the engine, `@wordloom/word2vec`. */
export interface FastSettings extends CommonSettings, LaneSettings {
  readonly preset: "fast";
  readonly model: FastModelName;
  /** Whether each target draws a radius from 1 to `window`. */
  readonly shrinking: boolean;
  /** Whether windows reach across the ends of sentences. */
  readonly crossSentences: boolean;
  /** The learning rate at the end; it falls in a straight line. */
  readonly endLearningRate: number;
  readonly contextGradient: ContextGradient;
}

/** The settings of the layers. */
export interface BookSettings extends CommonSettings {
  readonly preset: "book";
  readonly optimizer: OptimizerName;
}

/** The models; `one-hot` is for the preset `book`. */
export const modelNames = ["cbow", "skip-gram", "one-hot"] as const;
export type ModelName = (typeof modelNames)[number];
type FastModelName = Exclude<ModelName, "one-hot">;

/** The optimizers of the preset `book`. */
export const optimizerNames = ["sgd", "momentum", "adagrad", "rmsprop", "adam"] as const;
export type OptimizerName = (typeof optimizerNames)[number];

/** What a line end is: the word `<eos>`, or only the end of a sentence. */
export const lineEnds = ["eos", "boundary"] as const;
export type LineEndName = (typeof lineEnds)[number];

/** The gradients of CBOW: the true one, and word2vec.c's, which leaves out the factor 1/n. */
export const contextGradients = ["true", "word2vec"] as const;
export type ContextGradient = (typeof contextGradients)[number];
