import type { Settings } from "./settings.js";

/** A longer text is read fewer times, and learns more from larger steps. */
const LONG_TEXT = 2_000_000;

/**
 * The learning rate, of one target's gradient, at which a run starts where nobody says. CBOW's true gradient is about a tenth of
 * word2vec's, so its rate is higher: 0.1, and 0.15 for a text of two million tokens or more. word2vec's has 0.05, skip-gram 0.025.
 *
 * @param tokens - of the corpus
 */
export function defaultLearningRate(
  model: Settings["model"],
  contextGradient: Settings["contextGradient"],
  tokens: number,
): number {
  if (model === "skip-gram") return 0.025;
  if (contextGradient !== "true") return 0.05;
  return tokens < LONG_TEXT ? 0.1 : 0.15;
}
