/** What parts the cells of a row; blanks do so in runs. */
export type Separator = "\t" | ";" | "," | " ";

/** A row of a table that was written as text. */
export interface TableRow {
  readonly cells: readonly string[];
  /** Of the line where it starts, from 1. */
  readonly line: number;
  /** That line as it stands. */
  readonly text: string;
  /** Whether it starts with `#`. */
  readonly isComment: boolean;
  /** Why it can't be read, where it can't. */
  readonly fault?: string;
}

/**
 * The rows of a table with one separator, quotes as RFC 4180 has them; rows without anything in them are passed over.
 *
 * Cells lose the blanks around them, but for what stands in quotes. Between commas or semicolons a quoted cell may hold
 * line ends, and a quote that opens a cell must close it. Between tabs or blanks, where few write quotes, one that does not
 * close in its line is part of a word.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 *
 * @example
 * tableRows('a,"b, c",1\n', ",") // [{ cells: ["a", "b, c", "1"], line: 1, … }]
 */
export function tableRows(text: string, separator: Separator): TableRow[] {
  const rows: TableRow[] = [];
  let line = 1;
  for (let start = 0; start < text.length; ) {
    const row = rowAt(text, start, separator);
    if (row.cells.some((cell) => cell !== "") || row.fault !== undefined) {
      const { cells, fault, isComment } = row;
      const first = text.slice(start, lineEnd(text, start)).trim();
      rows.push({ cells, line, text: first, isComment, ...(fault !== undefined && { fault }) });
    }
    line += newlines(text, start, row.end) + 1;
    start = row.end + 1;
  }
  return rows;
}

interface ReadRow {
  readonly cells: string[];
  /** Where its line ends. */
  readonly end: number;
  readonly isComment: boolean;
  readonly fault?: string;
}

function rowAt(text: string, start: number, separator: Separator): ReadRow {
  const isComment = text[afterBlanks(text, start, "\n")] === "#";
  const spansLines = (separator === "," || separator === ";") && !isComment;
  const cells: string[] = [];
  for (let at = start; ; ) {
    at = afterBlanks(text, at, separator);
    const quote = text[at] === '"' ? quotedCell(text, at, spansLines) : undefined;
    const after = quote === undefined ? at : afterBlanks(text, quote.end, separator);
    let end: number;
    // A closing blank has just been passed over.
    if (quote !== undefined && (endsCell(text, after, separator) || (separator === " " && after > quote.end))) {
      cells.push(quote.cell);
      end = separator === " " ? quote.end : after;
    } else if (text[at] === '"' && spansLines) {
      const fault =
        quote === undefined ? "has a quote that never closes" : "has text behind the quote that closes a cell";
      return { cells, end: quote === undefined ? text.length : lineEnd(text, quote.end), isComment, fault };
    } else {
      end = cellEnd(text, at, separator);
      if (separator !== " " || end > at) cells.push(text.slice(at, end).trim());
    }
    if (endsLine(text, end)) return { cells, end, isComment };
    at = end + 1;
  }
}

/** A cell in quotes and where it ends; undefined if it does not. */
function quotedCell(text: string, start: number, spansLines: boolean): { cell: string; end: number } | undefined {
  let cell = "";
  for (let at = start + 1; ; ) {
    const close = text.indexOf('"', at);
    if (close < 0) return undefined;
    const part = text.slice(at, close);
    if (!spansLines && part.includes("\n")) return undefined;
    cell += part;
    if (text[close + 1] !== '"') return { cell, end: close + 1 };
    cell += '"';
    at = close + 2;
  }
}

function afterBlanks(text: string, start: number, separator: string): number {
  let at = start;
  while ((text[at] === " " || text[at] === "\t" || text[at] === "\r") && (text[at] !== separator || separator === " "))
    at++;
  return at;
}

function endsCell(text: string, at: number, separator: Separator): boolean {
  return endsLine(text, at) || text[at] === separator || (separator === " " && text[at] === "\t");
}

function endsLine(text: string, at: number): boolean {
  return at >= text.length || text[at] === "\n";
}

function cellEnd(text: string, start: number, separator: Separator): number {
  let at = start;
  while (!endsCell(text, at, separator)) at++;
  return at;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

function newlines(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (text[at] === "\n") count++;
  return count;
}
