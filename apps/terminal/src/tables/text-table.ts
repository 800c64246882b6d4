import { displayWidth, fitted } from "../text/display-width.js";
import { printableWord } from "../text/printable.js";

const GAP = "  ";

/** If names are cut to fewer columns, they are hard to tell apart. */
const SHORTEST_NAME = 12;

/**
 * Sets rows of cells as lines. The first column is aligned to the left and cut to fit the width; the others are aligned to the
 * right. A row without cells is an empty line.
 *
 * @param spare - the columns to leave out, one after the other, until there is room for names
 */
export function textTable(rows: readonly (readonly string[])[], width: number, spare: readonly number[] = []): string {
  const names = rows.map(([name = ""]) => (name === "" ? "" : printableWord(name)));
  const longest = Math.max(...names.map(displayWidth));
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  const roomFor = (columns: readonly number[]) =>
    columns.reduce((room, column) => room - GAP.length - widths[column], width);
  let shown = [...widths.keys()].slice(1);
  for (const column of spare) {
    if (roomFor(shown) >= Math.min(longest, SHORTEST_NAME)) break;
    shown = shown.filter((other) => other !== column);
  }
  const nameWidth = Math.max(1, Math.min(roomFor(shown), longest));
  return rows
    .map((row, index) =>
      [fitted(names[index], nameWidth), ...shown.map((column) => (row[column] ?? "").padStart(widths[column]))]
        .join(GAP)
        .trimEnd(),
    )
    .join("\n");
}
