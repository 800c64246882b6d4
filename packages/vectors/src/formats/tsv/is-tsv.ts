import { SPACE } from "../../decimals/text-numbers.js";
import type { FirstLines } from "../format.js";
import { lineAt } from "../lines/line-at.js";
import { isBlank } from "../lines/text-lines.js";
import { numbersOfLine } from "./numbers-of-line.js";

/** Whether the first two lines are numbers alone, with no space between them. */
export function isTsv({ bytes }: FirstLines): boolean {
  const first = lineAt(bytes, 0);
  const second = lineAt(bytes, first.length + 1);
  return !first.includes(SPACE) && numbersOfLine(first) > 0 && (numbersOfLine(second) > 0 || second.every(isBlank));
}
