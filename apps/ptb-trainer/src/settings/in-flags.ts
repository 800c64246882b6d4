import { defaultLearningRate } from "@wordloom/word2vec";
import { lowerRateAdvice } from "../advice/lower-rate-advice.js";

/** The rate of word2vec's gradient: most texts can be trained with it. */
const HIGHEST_RATE = defaultLearningRate("cbow", "word2vec", 0);

/** What the command line says in place of an option of the library that is not a name and a number. */
const inWords: readonly (readonly [option: RegExp, flag: string])[] = [
  [/crossSentences: true lets/g, "a run without --within-sentences lets"],
  [/lineEnd: "boundary"/g, "--line-end boundary"],
];

/** Options of the library that are flags here, with the same numbers. */
const options: ReadonlySet<string> = new Set([
  ...["negatives", "minCount", "subsample", "window", "maxWords", "learningRate", "epochs", "dimension", "batchSize"],
  ...["lanes", "laneWords", "negativePool"],
]);

/**
 * Rewrites a message of the library for the command line: its options become flags of this program.
 *
 * @example
 * inFlags("minCount: 2 leaves 7 of them") // "--min-count 2 leaves 7 of them"
 */
export function inFlags(message: string): string {
  const said = inWords
    .reduce((text, [option, flag]) => text.replace(option, flag), message)
    .replace(
      /at a learning rate of (\S+); a lower one may help/g,
      (_, rate: string) => `at a learning rate of ${rate}; ${lowerRateAdvice(Number(rate), HIGHEST_RATE)}`,
    );
  return said
    .replace(/\b([a-zA-Z]+): (\d[\d.e-]*)/g, (all, name: string, value: string) =>
      options.has(name) ? `${flagOf(name)} ${value}` : all,
    )
    .replace(/\b(?:lower|raise) \w+(?:, \w+)*(?: or \w+)?/g, (advice) =>
      advice.replace(/\w+/g, (name) => (options.has(name) ? flagOf(name) : name)),
    );
}

function flagOf(option: string): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
