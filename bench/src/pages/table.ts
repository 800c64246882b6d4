/** A heading and rows of as many cells. */
export interface Table {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns set flush left; all others are numbers, flush right. */
  readonly left?: readonly string[];
}

/** For a terminal: columns as wide as they must be, two spaces between them. */
export function textTable({ heading, rows, left = [] }: Table): string {
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((row) => row[column].length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        left.includes(heading[column]) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
      )
      .join("  ")
      .trimEnd();
  return [heading, ...rows].map(line).join("\n");
}

/** For a page of the documentation. */
export function markdownTable({ heading, rows, left = [] }: Table): string {
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  const rule = `|${heading.map((name) => (left.includes(name) ? "---" : "---:")).join("|")}|`;
  return [line(heading), rule, ...rows.map(line)].join("\n");
}
