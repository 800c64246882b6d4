import type { ShuffledNumbers } from "./list-lines.js";

/** Where the numbers of the rows are in the lines of a list. */
export interface NumberPlace {
  /** The column, from 1, of cells that tabs part; or the beginning or the end of lines with spaces. */
  readonly column: number | "first" | "last";
  /** Lines above them, of the names of columns. */
  readonly above: number;
  readonly isTabbed: boolean;
}

/**
 * What is wrong with numbers of rows that are not in the order of the lines, by which words would come to the wrong rows;
 * with the command that puts them in order.
 */
export function shuffledListFault({ texts, line }: ShuffledNumbers, place: NumberPlace): string {
  const first = texts.includes("0") ? 0 : 1;
  return (
    `line ${line + 1 + place.above} has the number ${texts[line]}: the numbers are those of the rows, ${first} to ` +
    `${first + texts.length - 1}, and the lines are not in their order; this puts them into it: ${sorting(place)}; ` +
    "if they are counts, a line 1 of word, a tab and count says so; " +
    '{ listColumn: 1 } takes column 1, { listColumn: "line" } whole lines'
  );
}

function sorting({ column, above, isTabbed }: NumberPlace): string {
  const tab = isTabbed ? `-t "$(printf '\\t')" ` : "";
  const sort = column === "first" ? "sort -n" : `sort ${tab}-k${column},${column}n`;
  const last = `awk '{ print $NF "\\t" $0 }'`;
  const whole = above > 0 ? `tail -n +${above + 1} FILE` : undefined;
  if (column === "last") {
    return wrapped(`${whole === undefined ? `${last} FILE` : `${whole} | ${last}`} | sort -n | cut -f2-`, above);
  }
  return wrapped(whole === undefined ? `${sort} FILE` : `${whole} | ${sort}`, above);
}

function wrapped(command: string, above: number): string {
  return above > 0 ? `{ head -n ${above} FILE; ${command}; } > OUT` : `${command} > OUT`;
}
