/** What a run is made of: with the corpus, it determines every bit of the vectors. */
export type Settings = FastSettings | BookSettings;

export const presetNames = ["fast", "book"] as const;
export type PresetName = (typeof presetNames)[number];

interface CommonSettings {
  readonly preset: PresetName;
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
  readonly learningRate: number;
  /** word2vec.c's threshold for frequent words; 0 keeps every word. */
  readonly subsample: number;
  /** Words seen less often are left out. */
  readonly minCount: number;
  readonly seed: number;
  /** Stop after so many target words. */
  readonly maxWords: number;
}

/** For the engine, `@wordloom/word2vec`. */
export interface FastSettings extends CommonSettings {
  readonly preset: "fast";
  readonly model: FastModelName;
  /** Whether each target draws a radius from 1 to `window`. */
  readonly shrinking: boolean;
  readonly crossSentences: boolean;
  /** The rate to which `learningRate` falls in a straight line. */
  readonly endLearningRate: number;
  readonly contextGradient: ContextGradient;
}

/** For the layers. */
export interface BookSettings extends CommonSettings {
  readonly preset: "book";
  readonly optimizer: OptimizerName;
}

export const modelNames = ["cbow", "skip-gram", "one-hot"] as const;
export type ModelName = (typeof modelNames)[number];
export type FastModelName = Exclude<ModelName, "one-hot">;

export const optimizerNames = ["sgd", "momentum", "adagrad", "rmsprop", "adam"] as const;
export type OptimizerName = (typeof optimizerNames)[number];

/** What a line end is: the word `<eos>`, or only the end of a sentence. */
export const lineEnds = ["eos", "boundary"] as const;
export type LineEndName = (typeof lineEnds)[number];

export const contextGradients = ["true", "word2vec"] as const;
export type ContextGradient = (typeof contextGradients)[number];
