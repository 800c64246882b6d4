import { wrongUse } from "@wordloom/terminal";
import { learningRates, type Settings } from "./settings.js";
import type { TrainOptions } from "./train-options.js";

/** The settings among the options of a command line; the preset has filled in what was not said. */
export function settingsOf(options: TrainOptions): Settings {
  if (options.data !== undefined && options.corpus !== "auto") {
    throw wrongUse(`--data and --corpus ${options.corpus} name two texts; leave one of them out`);
  }
  const { model, dimension, window, negatives, power, epochs, batchSize, optimizer, subsample, minCount, seed } =
    options;
  const { learningRate = learningRates[optimizer], maxWords = Number.POSITIVE_INFINITY } = options;
  return {
    ...{ model, dimension, window, negatives, power, epochs, batchSize, optimizer, learningRate },
    ...{ subsample, minCount, seed, maxWords },
  };
}
