import { whole } from "@wordloom/terminal";
import type { Settings } from "../settings/settings.js";
import { keptTokens } from "../text/kept-tokens.js";
import type { TrainingText } from "../text/training-text.js";
import { adviceText } from "./advice-text.js";
import { fewestTokens, lacksCompany, moreFlags } from "./more-flags.js";

type CheckedText = Pick<TrainingText, "name" | "train">;

/**
 * Checks that a text has targets with these settings, before a model is made or a thread is started.
 *
 * @throws Error if it has none, with all the flags that help
 */
export function checkText(text: CheckedText, settings: Settings): void {
  const fault = faultOf(text, settings);
  if (fault !== undefined) throw new Error(`${fault}; ${adviceText(moreFlags(text.train, settings))}`);
}

/** Why no word of a text would be a target; undefined if some are. */
function faultOf({ name, train }: CheckedText, settings: Settings): string | undefined {
  const { subsample, window } = settings;
  const [tokens, kept, fewest] = [train.ids.length, keptTokens(train, subsample), fewestTokens(settings)];
  if (tokens < fewest) {
    return `${name} has ${whole(tokens)} tokens, and a whole window of ${window} on each side needs ${fewest}`;
  }
  if (lacksCompany(train, settings)) {
    return `no line of ${name} has two words, so with --within-sentences no word has a context`;
  }
  if (kept < fewest) {
    const left = Number(kept.toPrecision(2));
    return `--subsample ${subsample} keeps about ${left} of the ${whole(tokens)} tokens of ${name} in an epoch, and an epoch needs ${fewest}`;
  }
  return undefined;
}
