import { commandLine } from "../formats/line-causes/cells.js";

/** Why lines are no words but columns with commas between them, as in CSV, and what puts tabs there; undefined for others. */
export function listCommas(lines: readonly string[]): string | undefined {
  const [first] = lines;
  const count = commasOf(first);
  if (lines.length < 2 || count === 0 || !lines.every((line) => commasOf(line) === count)) return undefined;
  const hasMarks = lines.some((line) => line.includes('"'));
  const tabs = commandLine(["tr ',' '\\t'", ...(hasMarks ? [`tr -d '"'`] : [])]);
  return (
    `its lines have ${count + 1} columns with commas between them, as CSV has; what has tabs there can be read: ${tabs}; ` +
    'if the commas are parts of the words, { listColumn: "line" } takes whole lines'
  );
}

/** Commas between columns; those of a text have a space after them, or stand in quotes. */
function commasOf(line: string): number {
  if (!line.includes(",")) return 0;
  return line.replace(/"[^"]*"/g, "").split(/,(?! )/).length - 1;
}
