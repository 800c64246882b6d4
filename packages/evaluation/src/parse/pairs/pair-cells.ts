// A digit is in one place only, or a long row of them that is no number would be parted in every way.
const NUMBER = /^[-+]?(\d+(?:\.\d*)?|\.\d+)(e[-+]?\d+)?$/i;
const DECIMAL_COMMA = /^[-+]?\d+,\d+$/;
const MISSING = /^(|#?n\/?a|[-+]?(nan|inf|infinity)|null|none|nil|[-–—?.])$/i;

/** Whether a cell is a number, with a decimal point or a decimal comma. */
export function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && (NUMBER.test(cell) || DECIMAL_COMMA.test(cell));
}

export function hasDecimalComma(cell: string): boolean {
  return DECIMAL_COMMA.test(cell);
}

/** Whether a cell says that there is no number: it is empty, or `NA`, `nan`, `inf`, `-` and the like. */
export function isMissing(cell: string | undefined): boolean {
  return cell !== undefined && MISSING.test(cell);
}

/** More than that are counted only. */
const MOST_LISTED = 4;

/** Columns as people count them, or by their names where all have one: `3, 4 and 5`. */
export function columnsText(columns: readonly number[], names: readonly string[], last: "and" | "or"): string {
  const named = columns.map((column) => names[column] ?? "");
  const all = named.includes("") ? columns.map((c) => String(c + 1)) : named.map((name) => JSON.stringify(name));
  const shown =
    all.length > MOST_LISTED ? [...all.slice(0, MOST_LISTED - 1), `${all.length - MOST_LISTED + 1} more`] : all;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} ${last} ${shown.at(-1)}`;
}
