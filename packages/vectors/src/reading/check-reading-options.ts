import { checkChoice, checkOptions, shownValue } from "@wordloom/arguments";
import { checkFlag } from "../arguments/check-flag.js";
import { checkWhole } from "../arguments/check-whole.js";
import { readingNames } from "../arguments/gensim-names.js";
import { type DecodeOptions, formatOptions } from "./decode-options.js";

/** The options that all readers have. */
export const decodeOptionNames: Readonly<Record<keyof DecodeOptions, true>> = {
  source: true,
  limit: true,
  duplicates: true,
  onNote: true,
  unproven: true,
};

/** How a list beside a table is read. */
interface ListOptions {
  readonly listHeader?: boolean;
  readonly listColumn?: number | "line";
}

/** Refuses options of a reader that do not exist, and values that make no sense, by the name of the function that was called. */
export function checkReadingOptions<Options extends DecodeOptions & ListOptions>(
  caller: string,
  options: Options,
  known: Readonly<Record<keyof Options, true>>,
): void {
  checkOptions(caller, options, known, readingNames);
  const { limit, listHeader, listColumn } = options;
  const { duplicates, unproven } = formatOptions(options);
  checkChoice(caller, "duplicates", duplicates, ["refuse", "skip"]);
  checkChoice(caller, "unproven", unproven, ["accept", "refuse"]);
  if (limit !== undefined && !(Number.isInteger(limit) && limit > 0)) {
    throw new RangeError(
      `${caller}: limit is ${shownValue(limit)}; a whole number of rows, at least 1, would be right`,
    );
  }
  if (listHeader !== undefined) checkFlag(caller, "listHeader", listHeader);
  if (listColumn !== undefined && listColumn !== "line") checkWhole(caller, "listColumn", listColumn, 1);
}
