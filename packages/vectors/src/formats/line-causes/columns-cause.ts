import { commandLine, isNumber, isWhole } from "./cells.js";
import type { ExpectedRows } from "./expected-rows.js";

/** What may stand between columns, and what puts spaces there. */
const SEPARATORS = [
  { separator: ";", name: "semicolons", steps: ["tr ';' ' '"] },
  { separator: ",", name: "commas", steps: ["tr ',' ' '"] },
  { separator: "|", name: "bars", steps: ["sed 's/^ *| *//'", "tr '|' ' '"] },
  { separator: "&", name: "ampersands", steps: ["sed -n 's/\\\\\\\\.*//; s/&/ /gp'"] },
] as const;

/** So many lines decide. */
const LINES = 5;
const DECIMAL_COMMA = /^[-+]?\d*,\d+(e[-+]?\d+)?$/i;

/** The columns of a line, and what they are like. */
interface Columns {
  readonly cells: readonly string[];
  /** Whether a number precedes the word, as pandas writes it. */
  readonly hasIndex: boolean;
}

/** Values with something else than white space between them: CSV and its like, tables in Markdown and LaTeX. */
export function columnsCause(lines: readonly string[], { D, line: first }: ExpectedRows): string | undefined {
  const withRules = lines.slice(0, LINES).filter((line) => line.trim() !== "");
  const some = withRules.filter((line) => !/^[\s|:+-]+$/.test(line));
  const hasRule = some.length < withRules.length;
  for (const { separator, name, steps } of SEPARATORS) {
    const hasCommas = separator === ";" && some.some((line) => cellsOf(line, separator).some(isDecimalComma));
    const rows = some.map((line) => columnsOf(cellsOf(line, separator), hasCommas));
    const hasHeading = rows.length > 1 && rows[0] === undefined && some[0].includes(separator);
    const body = hasHeading ? rows.slice(1) : rows;
    const [row] = body;
    if (row === undefined || body.some((other) => other?.cells.length !== row.cells.length)) continue;
    if (row.cells.length < 3 && body.length < 2) continue;
    const marks = some.some((line) => line.includes('"'));
    const chain = [
      ...(hasHeading ? [D === undefined || first === 1 ? `tail -n +${hasRule ? 3 : 2}` : "sed 2d"] : []),
      ...(row.hasIndex ? [`cut -d'${separator}' -f2-`] : []),
      ...(marks ? [`tr -d '"'`] : []),
      ...(hasCommas ? ["tr ';,' ' .'"] : steps),
    ];
    const also = [
      hasHeading && "line 1 names them",
      row.hasIndex && "the first counts the rows",
      marks && "words are in quotes",
      hasCommas && "numbers have decimal commas",
    ].filter((fact) => fact !== false);
    const facts = also.map((fact) => `, ${fact}`).join("");
    return `its columns have ${name} between them${facts}; what has spaces there can be read: ${commandLine(chain)}`;
  }
  return undefined;
}

function cellsOf(line: string, separator: string): string[] {
  const table = separator === "|" ? line.replace(/^\s*\|/, "").replace(/\|\s*$/, "") : line;
  const bare = separator === "&" ? table.replace(/\\\\.*$/, "") : table;
  return splitAt(bare, separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
}

/** What stands between separators, but for those in a cell that is in quotes. */
function splitAt(line: string, separator: string): string[] {
  const cells: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') isQuoted = isQuoted ? false : line.slice(start, at).trim() === "" || line[at - 1] === '"';
    else if (line[at] === separator && !isQuoted) {
      cells.push(line.slice(start, at));
      start = at + 1;
    }
  }
  // A mark that nothing closes quotes nothing.
  return isQuoted ? line.split(separator) : [...cells, line.slice(start)];
}

/** A word and numbers, with a row's number before these or not; undefined for anything else. */
function columnsOf(cells: readonly string[], hasCommas: boolean): Columns | undefined {
  if (cells.length < 2 || cells[0] === "") return undefined;
  const isNumberHere = (cell: string) => isNumber(cell) || (hasCommas && isDecimalComma(cell));
  if (cells.slice(1).every(isNumberHere)) return { cells, hasIndex: false };
  if (cells.length > 2 && isWhole(cells[0]) && cells.slice(2).every(isNumberHere)) return { cells, hasIndex: true };
  return undefined;
}

function isDecimalComma(cell: string): boolean {
  return DECIMAL_COMMA.test(cell);
}
