import { tokensOf } from "../line-causes/cells.js";

/**
 * How many columns lines have of which the first is a whole number, another one on each line, and no other is: numbers without
 * words, or words that are numbers.
 *
 * @returns undefined where lines are not so
 */
export function idColumn(lines: readonly string[]): number | undefined {
  const rows = lines.map(tokensOf).filter((tokens) => tokens.length > 0);
  const ids = new Set(rows.map(([id]) => id));
  const [first = []] = rows;
  if (first.length < 2 || ids.size < rows.length) return undefined;
  const isLike = (row: readonly string[]) =>
    row.length === first.length && /^\d+$/.test(row[0]) && row.slice(1).every((number) => /[.e]/i.test(number));
  return rows.every(isLike) ? first.length : undefined;
}
