import { checkOptions, shownValue } from "@wordloom/arguments";
import { checkRandom, fork, type Random } from "@wordloom/random";
import { paragraph, storyteller } from "./storyteller.js";
import { worldScenes } from "./world.js";

/** Three texts in the format of the Penn Treebank's files. */
export interface BundledCorpus {
  readonly train: string;
  readonly valid: string;
  readonly test: string;
}

/** Options of {@link bundledCorpus}. */
export interface BundledCorpusOptions {
  /** About how many tokens `train` has, each line end counted. `valid` and `test` each have a tenth of it. Default 200,000. */
  readonly tokens?: number;
}

/**
 * Tells stories from a small world, for machines without the Penn Treebank: lower case, `N` for numbers, one sentence a line,
 * with a space at either end.
 *
 * The words of `bundledAnalogies` and `bundledNeighbours` are planted in them. At the default size, the book's CBOW learns
 * these in ten epochs. Each of the three texts has its own stream: `fork(random, "train")` and so on.
 *
 * @throws RangeError if `tokens` is not a positive integer
 */
export function bundledCorpus(random: Random, options: BundledCorpusOptions = {}): BundledCorpus {
  checkRandom("bundledCorpus", random);
  checkOptions("bundledCorpus", options, { tokens: true });
  const { tokens = 200_000 } = options;
  if (!(Number.isSafeInteger(tokens) && tokens > 0)) {
    throw new RangeError(`bundledCorpus: tokens is ${shownValue(tokens)}; it must be a positive whole number`);
  }
  const splitTokens = Math.ceil(tokens / 10);
  return {
    train: story(tokens, fork(random, "train")),
    valid: story(splitTokens, fork(random, "valid")),
    test: story(splitTokens, fork(random, "test")),
  };
}

/** Whole paragraphs, until there are enough tokens. */
function story(tokens: number, random: Random): string {
  const teller = storyteller(worldScenes());
  const lines: string[] = [];
  for (let told = 0; told < tokens; ) {
    for (const sentence of paragraph(teller, random)) {
      lines.push(` ${sentence} \n`);
      told += sentence.split(" ").length + 1;
    }
  }
  return lines.join("");
}
