import type { Word2vecOptions } from "../options.js";
import { checkSettings } from "./check-settings.js";
import { defaultLearningRate } from "./default-learning-rate.js";
import { defaultThreads } from "./default-threads.js";
import { type LaneSettings, laneDefaults } from "./lane-defaults.js";
import type { Settings } from "./settings.js";

/**
 * Fills in the default of each option that is not given.
 *
 * @param tokens - of the corpus: short texts have short lanes
 * @throws RangeError if a value makes no sense: see {@link checkSettings}
 */
export function settingsOf(options: Word2vecOptions, tokens: number, caller = "train"): Settings {
  const { model = "cbow", contextGradient = "true" } = options;
  const { learningRate = defaultLearningRate(model, contextGradient, tokens) } = options;
  const settings: Settings = {
    model,
    dimension: 100,
    window: 5,
    shrinking: true,
    crossSentences: true,
    negatives: 5,
    power: 0.75,
    subsample: 1e-3,
    epochs: 5,
    learningRate,
    // What is no number is refused below, by its own name.
    endLearningRate: typeof learningRate === "number" ? learningRate * 1e-4 : 0,
    batchSize: BATCH_SIZE,
    ...laneDefaults(tokens, model, lanesOf(options)),
    mergeInput: "adasum",
    mergeOutput: "settling",
    seed: 1,
    maxWords: Number.POSITIVE_INFINITY,
    threads: 1,
    contextGradient,
    ...withoutUndefined(options),
  };
  checkSettings(caller, settings);
  const { threads = defaultThreads(settings.epochs * tokens, settings.lanes) } = options;
  return { ...settings, threads };
}

/** Targets in a step. */
const BATCH_SIZE = 1;

/** What there is to go by; what is no number is refused by its own name. */
function lanesOf(options: Word2vecOptions): Partial<LaneSettings> {
  const names = ["lanes", "laneWords", "negativePool"] as const;
  return Object.fromEntries(
    names.map((name) => [name, options[name]]).filter(([, value]) => typeof value === "number"),
  );
}

function withoutUndefined(options: Word2vecOptions): Partial<Settings> {
  const { inPlace, signal, onNote, onProgress, onEpoch, onDivergence, ...given } = options;
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
