import { wrongUse } from "@wordloom/terminal";
import type { PresetName } from "./settings.js";
import type { TrainOptions } from "./train-options.js";

/** Flags that only one preset has. */
const onlyFor: readonly (readonly [preset: PresetName, flag: string, option: keyof TrainOptions])[] = [
  ["fast", "--threads", "threads"],
  ["fast", "--lanes", "lanes"],
  ["fast", "--lane-words", "laneWords"],
  ["fast", "--negative-pool", "negativePool"],
  ["fast", "--context-gradient", "contextGradient"],
  ["fast", "--end-learning-rate", "endLearningRate"],
  ["fast", "--full-windows", "fullWindows"],
  ["fast", "--within-sentences", "withinSentences"],
  ["book", "--optimizer", "optimizer"],
];

/**
 * Checks that the options of a command line go together.
 *
 * @throws CommanderError if two of them do not
 */
export function checkOptions(options: TrainOptions): void {
  const { preset, data, corpus, as, model, negatives, power, contextGradient } = options;
  if (data !== undefined && corpus !== "auto") {
    throw wrongUse(`--data and --corpus ${corpus} name two texts; leave one of them out`);
  }
  if (as !== undefined && data === undefined) {
    throw wrongUse("--as is for texts of your own, named by --data; leave it out");
  }
  for (const [owner, flag, option] of onlyFor) {
    if (options[option] !== undefined && preset !== owner) {
      throw wrongUse(`${flag} is for --preset ${owner}, and this is ${preset}; leave it out, or use --preset ${owner}`);
    }
  }
  if (model === "one-hot") {
    if (preset === "fast")
      throw wrongUse("--model one-hot is for --preset book: it is the slow first model of the book");
    if (negatives !== undefined || power !== undefined) {
      const flag = negatives === undefined ? "--power" : "--negatives";
      throw wrongUse(`${flag} has no meaning with --model one-hot, which compares the target with all other words`);
    }
  }
  if (model === "skip-gram" && contextGradient !== undefined) {
    throw wrongUse("--context-gradient has no meaning with --model skip-gram, where each context stands alone");
  }
}
