import { checkChoice } from "../arguments/check-choice.js";
import { checkWhole } from "../arguments/check-whole.js";
import { type DecodeOptions, rowLimit } from "./decode-options.js";

/** @throws RangeError for an option of a reader of any format that can't be, by the name that the caller gave it */
export function checkReading(
  caller: string,
  { limit, duplicates, unproven, listColumn = 1 }: DecodeOptions & { readonly listColumn?: number | "line" },
): void {
  checkChoice(caller, "duplicates", duplicates ?? "refuse", ["refuse", "skip"]);
  checkChoice(caller, "unproven", unproven ?? "refuse", ["accept", "refuse"]);
  rowLimit(caller, limit);
  if (listColumn !== "line") checkWhole(caller, "listColumn", listColumn, 1);
}
