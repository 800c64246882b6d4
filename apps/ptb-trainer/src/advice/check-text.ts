import { whole } from "@wordloom/terminal";
import type { Settings } from "../settings/settings.js";
import { keptTokens } from "../text/kept-tokens.js";
import type { TrainingText } from "../text/training-text.js";
import { fewestTokens, lacksCompany, moreFlags } from "./more-flags.js";

/**
 * Whether a text has targets under these settings, before anything is made or started.
 *
 * @throws Error with all flags that help
 */
export function checkText({ name, train }: Pick<TrainingText, "name" | "train">, settings: Settings): void {
  const { subsample, window } = settings;
  const [tokens, kept, fewest] = [train.ids.length, keptTokens(train, subsample), fewestTokens(settings)];
  const flags = moreFlags(train, settings);
  if (tokens < fewest) {
    const widest = Math.floor((tokens - 1) / 2);
    const advice =
      flags === undefined
        ? "no flag of --preset book helps, for even --window 1 takes 3 tokens"
        : flags.length === 1
          ? `--window ${widest} is the widest that works`
          : `${flags.join(" ")} works`;
    throw new Error(
      `${name} has ${whole(tokens)} tokens, and a whole window of ${window} on each side takes ${fewest}; ${advice}`,
    );
  }
  if (lacksCompany(train, settings)) {
    const thinned =
      flags?.includes("--subsample 0") === true ? ", with --subsample 0, for few tokens are left else" : "";
    throw new Error(
      `no line of ${name} has two words, so that with --within-sentences there is no context; leave that out, and ` +
        `windows reach over line ends${thinned}`,
    );
  }
  if (kept < fewest) {
    throw new Error(
      `--subsample ${subsample} leaves some ${Number(kept.toPrecision(2))} of the ${whole(tokens)} tokens of ${name} in an ` +
        `epoch, and there must be ${fewest}; --subsample 0 leaves all`,
    );
  }
}
