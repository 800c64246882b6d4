import { checkChoice } from "../arguments/check-choice.js";
import { checkOptions } from "../arguments/check-options.js";
import { readingNames } from "../arguments/gensim-names.js";
import type { DecodeOptions } from "./decode-options.js";

/** Refuses options of a reader that do not exist, and values of `duplicates` and `unproven` that are not among their choices. */
export function checkReadingOptions<Options extends Pick<DecodeOptions, "duplicates" | "unproven">>(
  caller: string,
  options: Options,
  known: Readonly<Record<keyof Options, true>>,
): void {
  checkOptions(caller, options, known, readingNames);
  checkChoice(caller, "duplicates", options.duplicates ?? "refuse", ["refuse", "skip"]);
  checkChoice(caller, "unproven", options.unproven ?? "refuse", ["accept", "refuse"]);
}
