import { commandLine, isRow, tokensOf } from "./cells.js";

/** What a text is whose lines end in carriage returns alone, and what mends that. */
export const RETURNS: string = `carriage returns and no newlines at the end of its lines; newlines can be read: ${commandLine(["tr '\\r' '\\n'"])}`;

/**
 * Whether a line is several rows with carriage returns between them, as in texts of old Macs: a word with a return in it
 * is no such line, since what precedes the return is no row.
 */
export function hasReturnsForNewlines(line: string): boolean {
  if (!/\r[^\r]/.test(line)) return false;
  // Where the line was cut, the last of its rows may lack numbers.
  const [first = [], ...others] = line
    .split("\r")
    .slice(0, 3)
    .map(tokensOf)
    .filter((tokens) => tokens.length > 0);
  if (!isRow(first) || others.length === 0) return false;
  const isHeader = first.length === 2 && first.every((token) => /^\d+$/.test(token));
  const D = isHeader ? Number(first[1]) : first.length - 1;
  return isRow(others[0]) && others[0].length - 1 <= D;
}
