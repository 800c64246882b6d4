import { commandLine, isRow, isWhole, tokensOf } from "./cells.js";

/** A header with a mark between its numbers. */
const PUNCTUATED = /^\s*\d+\s*[,;]\s*\d+\s*$/;

/** A first line that is no row, before others that are: the names of columns, a comment, half a header. */
export function headingCause([line = "", ...others]: readonly string[]): string | undefined {
  const rows = others.map(tokensOf).filter((tokens) => tokens.length > 0);
  if (rows.length === 0 || !rows.every((tokens) => isRow(tokens) && tokens.length === rows[0].length)) return undefined;
  const tokens = tokensOf(line);
  // A row that lacks a number names no columns.
  if (isRow(tokens) && !tokens.every(isWhole) && !PUNCTUATED.test(line)) return undefined;
  const hasMarks = rows.every(([word]) => /^".*"$/.test(word));
  const steps = ["tail -n +2", ...(hasMarks ? [`tr -d '"'`] : [])];
  const marks = hasMarks ? ", whose words are in quotes, as R writes them" : "";
  return `${kindOf(line, tokens)} before rows of ${rows[0].length - 1} numbers${marks}; what is without can be read: ${commandLine(steps)}`;
}

function kindOf(line: string, tokens: readonly string[]): string {
  if (tokens.length === 1 && isWhole(tokens[0])) return "it may be a header without the dimension,";
  if (PUNCTUATED.test(line)) return `it may be a header with a ${line.includes(",") ? "comma" : "semicolon"} in it,`;
  // The names of columns may be 0, 1, 2 and so on.
  if (tokens.length > 2 && isWhole(tokens[0]) && isWhole(tokens[1]) && !tokens.every(isWhole)) {
    return "it may be a header with something behind it,";
  }
  return /^\s*(#|%|\/\/)/.test(line) ? "it seems to be a comment" : "it seems to name the columns";
}
