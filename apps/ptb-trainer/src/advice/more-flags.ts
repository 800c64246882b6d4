import type { Corpus } from "@wordloom/data";
import type { Settings } from "../settings/settings.js";
import { keptTokens } from "../text/kept-tokens.js";
import { loneWords } from "./lone-words.js";

/** The settings that decide whether a text has targets, once it has words enough. */
export interface Reach extends Pick<Settings, "preset" | "subsample" | "window"> {
  /** Only `fast` has this choice. */
  readonly crossSentences?: boolean;
}

/** The fewest tokens that an epoch needs: the book leaves out targets without a full window. */
export function fewestTokens({ preset, window }: Pick<Reach, "preset" | "window">): number {
  return preset === "book" ? 2 * window + 1 : 2;
}

/** Whether no target has a context, because windows end at the ends of lines and no line has two words. */
export function lacksCompany(train: Corpus, { preset, crossSentences }: Reach): boolean {
  if (preset !== "fast" || crossSentences !== false || train.vocabulary.idOf.has("<eos>")) return false;
  const { lines, loneLines } = loneWords(train);
  return loneLines === lines;
}

/**
 * Finds the flags that a text needs to have targets in every epoch, all of them at once.
 *
 * @param train - the text without its rare words
 * @returns undefined if no flag helps
 */
export function moreFlags(train: Corpus, reach: Reach): readonly string[] | undefined {
  const tokens = train.ids.length;
  const widest = Math.floor((tokens - 1) / 2);
  const fewest = fewestTokens(reach);
  const narrow = tokens < fewest;
  if (narrow && (reach.preset === "fast" || widest < 1)) return undefined;
  const kept = keptTokens(train, reach.subsample);
  return [
    ...(narrow ? [`--window ${widest}`] : []),
    // How many an epoch keeps is drawn at random. It is hardly ever four standard deviations below the mean.
    ...(reach.subsample > 0 && kept - 4 * Math.sqrt(kept) < fewest ? ["--subsample 0"] : []),
    ...(lacksCompany(train, reach) ? ["without --within-sentences"] : []),
  ];
}
