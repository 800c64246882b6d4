import type { ContextGradient, LineEndName, ModelName, OptimizerName, PresetName } from "./settings.js";

/** The options of the command line. The preset decides those that are absent. */
export interface TrainOptions {
  readonly preset: PresetName;
  readonly data?: readonly string[];
  readonly corpus: "auto" | "ptb" | "bundled";
  readonly lineEnd?: LineEndName;
  /** Take a file for text, whatever it looks like. */
  readonly as?: "text";
  readonly model?: ModelName;
  readonly dimension?: number;
  readonly window?: number;
  readonly fullWindows?: true;
  readonly withinSentences?: true;
  readonly negatives?: number;
  readonly power?: number;
  readonly epochs?: number;
  readonly batchSize?: number;
  readonly lanes?: number;
  readonly laneWords?: number;
  readonly negativePool?: number;
  readonly optimizer?: OptimizerName;
  readonly learningRate?: number;
  readonly endLearningRate?: number;
  readonly contextGradient?: ContextGradient;
  readonly subsample?: number;
  readonly minCount?: number;
  readonly seed?: number;
  readonly maxWords?: number;
  readonly threads?: number;
  readonly out?: string;
  readonly format: "both" | "binary" | "text";
  readonly json?: boolean;
  readonly quiet?: boolean;
}
