import { checkChoice, checkOptions } from "@wordloom/arguments";
import { checkWhole } from "../arguments/check-whole.js";
import { readingNames } from "../arguments/gensim-names.js";
import { type DecodeOptions, rowLimit } from "./decode-options.js";

/** The options that readers of any source have. */
export const readingOptionNames: Readonly<
  Record<"limit" | "duplicates" | "onNote" | "unproven" | "tensor" | "format", true>
> = { limit: true, duplicates: true, onNote: true, unproven: true, tensor: true, format: true };

/** Refuses options of a reader that do not exist, and values that make no sense, by the name of the function that was called. */
export function checkReadingOptions<Options extends DecodeOptions & { readonly listColumn?: number | "line" }>(
  caller: string,
  options: Options,
  known: Readonly<Record<keyof Options, true>>,
): void {
  checkOptions(caller, options, known, readingNames);
  const { limit, duplicates, unproven, listColumn = 1 } = options;
  checkChoice(caller, "duplicates", duplicates ?? "refuse", ["refuse", "skip"]);
  checkChoice(caller, "unproven", unproven ?? "refuse", ["accept", "refuse"]);
  rowLimit(caller, limit);
  if (listColumn !== "line") checkWhole(caller, "listColumn", listColumn, 1);
}
