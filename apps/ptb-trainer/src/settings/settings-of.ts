import { wrongUse } from "@wordloom/terminal";
import { defaultLearningRate, laneDefaults } from "@wordloom/word2vec";
import { book, bookRates } from "./book-preset.js";
import { fast, fastEpochs } from "./fast-preset.js";
import type { BookSettings, FastSettings, Settings } from "./settings.js";
import type { TrainOptions } from "./train-options.js";

/** What a preset must know of a text. */
export interface TextSize {
  readonly tokens: number;
  /** The least count of the words that were kept. */
  readonly minCount: number;
}

/**
 * Makes the settings of a run: the options that the user gave, and the preset's choice for all others.
 *
 * @throws CommanderError if the learning rate would rise
 */
export function settingsOf(options: TrainOptions, { tokens, minCount }: TextSize): Settings {
  return options.preset === "fast" ? fastSettings(options, tokens, minCount) : bookSettings(options, minCount);
}

function fastSettings(options: TrainOptions, tokens: number, minCount: number): FastSettings {
  const model = options.model === "skip-gram" ? "skip-gram" : "cbow";
  const { contextGradient = fast.contextGradient } = options;
  const { learningRate = defaultLearningRate(model, contextGradient, tokens) } = options;
  const { endLearningRate = learningRate * 1e-4 } = options;
  if (endLearningRate > learningRate) {
    throw wrongUse(`--end-learning-rate ${endLearningRate} is above the rate at the start, ${learningRate}`);
  }
  return {
    ...fast,
    ...{ model, contextGradient, learningRate, endLearningRate, minCount },
    ...laneDefaults(tokens, model, options),
    dimension: options.dimension ?? fast.dimension,
    window: options.window ?? fast.window,
    shrinking: options.fullWindows !== true,
    crossSentences: options.withinSentences !== true,
    negatives: options.negatives ?? fast.negatives,
    power: options.power ?? fast.power,
    epochs: options.epochs ?? fastEpochs(tokens),
    batchSize: options.batchSize ?? fast.batchSize,
    subsample: options.subsample ?? fast.subsample,
    seed: options.seed ?? fast.seed,
    maxWords: options.maxWords ?? fast.maxWords,
  };
}

function bookSettings(options: TrainOptions, minCount: number): BookSettings {
  const { optimizer = book.optimizer } = options;
  return {
    ...book,
    ...{ optimizer, minCount },
    model: options.model ?? book.model,
    dimension: options.dimension ?? book.dimension,
    window: options.window ?? book.window,
    negatives: options.negatives ?? book.negatives,
    power: options.power ?? book.power,
    epochs: options.epochs ?? book.epochs,
    batchSize: options.batchSize ?? book.batchSize,
    learningRate: options.learningRate ?? bookRates[optimizer],
    subsample: options.subsample ?? book.subsample,
    seed: options.seed ?? book.seed,
    maxWords: options.maxWords ?? book.maxWords,
  };
}
