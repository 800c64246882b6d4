import { shownValue } from "@wordloom/arguments";
import { mergeRules } from "./merge-rule.js";
import type { Settings } from "./settings.js";

/** What a setting may be: in words, and as a test of it. */
interface Rule {
  readonly words: string;
  readonly allows: (value: unknown) => boolean;
}

/** The bounds are those of the trainer's command line: beyond them a number is a slip, or no memory holds what it asks for. */
const rules: Readonly<Record<keyof Settings, Rule>> = {
  model: oneOf("cbow", "skip-gram"),
  contextGradient: oneOf("true", "word2vec"),
  dimension: wholeNumber(1, 100_000),
  window: wholeNumber(1, 10_000),
  shrinking: { words: "true or false", allows: isBoolean },
  crossSentences: { words: "true or false", allows: isBoolean },
  negatives: wholeNumber(1),
  power: { words: "a number from 0 to 10", allows: (value) => isFiniteFrom0(value) && value <= 10 },
  subsample: { words: "a finite number, at least 0", allows: isFiniteFrom0 },
  epochs: wholeNumber(1, 1_000_000),
  learningRate: { words: "a finite number, at least 0", allows: isFiniteFrom0 },
  endLearningRate: { words: "a finite number, at least 0", allows: isFiniteFrom0 },
  batchSize: wholeNumber(1, 1_000_000),
  lanes: wholeNumber(1, 1024),
  laneWords: wholeNumber(16, 32_768),
  negativePool: wholeNumber(1, 32_768),
  mergeInput: oneOf(...mergeRules),
  mergeOutput: oneOf(...mergeRules),
  seed: wholeNumber(0),
  maxWords: {
    words: "a whole number, at least 1, or Infinity",
    allows: (value) => value === Number.POSITIVE_INFINITY || wholeNumber(1).allows(value),
  },
  threads: wholeNumber(1),
};

/**
 * @throws RangeError for a setting that makes no sense, naming it, its value and what it may be
 * @throws RangeError for a learning rate that rises
 */
export function checkSettings(caller: string, settings: Settings): void {
  for (const [name, { words, allows }] of Object.entries(rules)) {
    const value: unknown = settings[name as keyof Settings];
    if (!allows(value)) throw new RangeError(`${caller}: ${name} is ${shownValue(value)}; it must be ${words}`);
  }
  const { learningRate, endLearningRate } = settings;
  if (endLearningRate > learningRate) {
    throw new RangeError(
      `${caller}: endLearningRate is ${endLearningRate}, above the ${learningRate} at which the rate starts; it must fall`,
    );
  }
}

function oneOf(...names: readonly string[]): Rule {
  return {
    words: names.map((name) => JSON.stringify(name)).join(" or "),
    allows: (value) => names.some((name) => name === value),
  };
}

function wholeNumber(from: number, to = Number.MAX_SAFE_INTEGER): Rule {
  return {
    words: to === Number.MAX_SAFE_INTEGER ? `a whole number, at least ${from}` : `a whole number from ${from} to ${to}`,
    allows: (value) => Number.isSafeInteger(value) && (value as number) >= from && (value as number) <= to,
  };
}

function isFiniteFrom0(value: unknown): value is number {
  return Number.isFinite(value) && (value as number) >= 0;
}

function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}
