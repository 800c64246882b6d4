import { type Separator, type TableRow, tableRows } from "../table-rows.js";
import { isNumber } from "./pair-cells.js";

/** The first of those that do equally well is taken. */
const SEPARATORS: readonly Separator[] = ["\t", ";", ",", " "];

/** How much less a separator may fit than another behind it: a line may be damaged, or hold the other in a word. */
const NEARLY = 0.9;

/**
 * The rows of a table whose separator is not known: the first with which about as many rows as with any other have two
 * cells and a number behind them, or, where none has, several cells.
 */
export function separatedRows(text: string): TableRow[] {
  const readings = SEPARATORS.map((separator) => {
    const rows = tableRows(text, separator);
    const data = rows.filter(({ isComment }) => !isComment);
    const share = (fits: (row: TableRow) => boolean) => data.filter(fits).length / Math.max(1, data.length);
    return { rows, scored: share(isScored), parted: share(({ cells }) => cells.length > 2) };
  });
  const merit = readings.some(({ scored }) => scored > 0) ? "scored" : "parted";
  const most = Math.max(...readings.map((reading) => reading[merit]));
  return readings.find((reading) => reading[merit] >= NEARLY * most)?.rows ?? [];
}

function isScored({ cells, fault }: TableRow): boolean {
  return fault === undefined && cells.some((cell, i) => i > 1 && isNumber(cell));
}
