import { lowerRateAdvice } from "../advice/lower-rate-advice.js";
import { fastRate } from "./fast-preset.js";

/** The rate of word2vec's gradient: most texts can be trained with it. */
const HIGHEST_RATE = fastRate("cbow", "word2vec");

/** What the command line says in place of an option of the library that is not a name and a number. */
const inWords: readonly (readonly [option: RegExp, flag: string])[] = [
  [/crossSentences: true lets/g, "a run without --within-sentences lets"],
  [/lineEnd: "boundary"/g, "--line-end boundary"],
];

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
  return said.replace(
    /\b(negatives|minCount|subsample|window|maxWords|learningRate|epochs|lanes|laneWords|negativePool): (\d[\d.e-]*)/g,
    (_, name: string, value: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${value}`,
  );
}
