import { bracketedCause } from "./bracketed-cause.js";
import { columnsCause } from "./columns-cause.js";
import type { ExpectedRows } from "./expected-rows.js";
import { headingCause } from "./heading-cause.js";
import { numbersCause } from "./numbers-cause.js";
import { wrongCountCause } from "./wrong-count-cause.js";

/**
 * Why lines are no words and numbers between spaces, and what mends that, in a clause for an error: `"its columns have commas
 * between them; tr ',' ' ' < FILE > OUT puts spaces there"`.
 *
 * @param lines - the first that can't be read, and some after it
 * @returns undefined where nothing is known
 */
export function lineCause(lines: readonly string[], expected: ExpectedRows): string | undefined {
  const [line = ""] = lines;
  if (/^(<{7}|\|{7}|={7}|>{7})(\s|$)/.test(line)) {
    return "the line is a conflict marker of git; settle the conflict, or take one side: git checkout --ours FILE";
  }
  return (
    columnsCause(lines, expected) ??
    bracketedCause(lines) ??
    numbersCause(line) ??
    (expected.line === 1 ? headingCause(lines) : undefined) ??
    (expected.D === undefined ? undefined : wrongCountCause(lines, expected, expected.D))
  );
}
