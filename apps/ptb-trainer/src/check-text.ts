import { keptTokens } from "./kept-tokens.js";
import { loneWords } from "./lone-words.js";
import type { Settings } from "./settings.js";
import type { TrainingText } from "./training-text.js";

/**
 * Whether a text has targets under these settings, before anything is made or started.
 *
 * @throws Error with the flag that helps
 */
export function checkText({ name, train }: Pick<TrainingText, "name" | "train">, settings: Settings): void {
  const { subsample, window } = settings;
  const [tokens, kept] = [train.ids.length, keptTokens(train, subsample)];
  // The book leaves out targets without a full window.
  const fewest = settings.preset === "book" ? 2 * window + 1 : 2;
  if (tokens < fewest) {
    const widest = Math.floor((tokens - 1) / 2);
    const advice = widest < 1 ? "--preset fast takes shorter ones" : `--window ${widest} is the widest that works`;
    throw new Error(
      `${name} has ${inWords(tokens)} tokens, and a whole window of ${window} on each side takes ${fewest}; ${advice}`,
    );
  }
  if (settings.preset === "fast" && !settings.crossSentences) {
    const { lines, loneLines } = loneWords(train);
    const hasLineEnds = train.vocabulary.idOf.has("<eos>");
    if (loneLines === lines && !hasLineEnds) {
      throw new Error(
        `no line of ${name} has two words, so that with --within-sentences there is no context; leave that out, and ` +
          "windows reach over line ends",
      );
    }
  }
  if (kept < fewest) {
    throw new Error(
      `--subsample ${subsample} leaves some ${Number(kept.toPrecision(2))} of the ${inWords(tokens)} tokens of ${name} in an ` +
        `epoch, and there must be ${fewest}; --subsample 0 leaves all`,
    );
  }
}

function inWords(count: number): string {
  return count.toLocaleString("en");
}
