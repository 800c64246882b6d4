import { lowerRateAdvice } from "../advice/lower-rate-advice.js";
import { fastRate } from "./fast-preset.js";

/** With word2vec's gradient, most texts bear it. */
const HIGHEST_RATE = fastRate("cbow", "word2vec");

/** How a line that ends in options of the library says it on the command line. */
const inWords: readonly (readonly [option: RegExp, flag: string])[] = [
  [/crossSentences: true lets/g, "leaving out --within-sentences lets"],
  [/lineEnd: "boundary"/g, "--line-end boundary"],
];

/**
 * A message of the library in the flags of this program: `negatives: 3` is `--negatives 3`.
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
    /\b(negatives|minCount|subsample|window|maxWords|learningRate|epochs): (\d[\d.e-]*)/g,
    (_, name: string, value: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${value}`,
  );
}
