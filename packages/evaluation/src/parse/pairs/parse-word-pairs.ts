import { checkOptions, fileError } from "@wordloom/arguments";
import type { OnNote } from "@wordloom/vectors";
import type { ParseOptions } from "../parse-options.js";
import { plainText } from "../plain-text.js";
import type { TableRow } from "../table-rows.js";
import { hasDecimalComma, isMissing, isNumber } from "./pair-cells.js";
import { type PairColumnNames, type PairColumns, pairColumns } from "./pair-columns.js";
import { separatedRows } from "./separated-rows.js";

/** Two words and how similar people find them, on the scale of the test set. */
export interface WordPair {
  readonly first: string;
  readonly second: string;
  readonly score: number;
}

/** Options of {@link parseWordPairs}. */
export interface WordPairParseOptions extends ParseOptions {
  /** The columns of the two words and the score. Default: found out from the header and the content. */
  readonly columns?: PairColumnNames;
  /** Is called for each thing that the reader decided or left out. */
  readonly onNote?: OnNote;
}

/**
 * Reads the pairs of a word-similarity file: two words and a score. Other columns are skipped.
 *
 * Columns are divided by tabs, semicolons, commas or spaces, whichever gives the most rows with a number in them. Cells in
 * quotes follow RFC 4180. If the header has names for the words (`word1`, `word2`) and for the score (`score`, `SimLex999`,
 * `Human (mean)`), these decide. Otherwise the words are the first two columns, after one that counts the rows, as pandas
 * writes it. The score is the only other column of numbers, or the first one if it can be the mean of the others, which are
 * then ratings.
 *
 * Empty lines and lines that begin with `#` are skipped. Rows whose score is empty, `NA`, `nan` or `inf` are left out, and a
 * note counts them. A pair that comes twice stays twice.
 *
 * @throws Error if another line is not a pair, with its number; if columns could be meant in two ways; if the file has no pairs
 * @throws TypeError if `text` is not a string, or an option does not exist
 * @see https://www.rfc-editor.org/rfc/rfc4180
 *
 * @example
 * parseWordPairs("word1\tword2\tscore\ntiger\tcat\t7.35\n") // [{ first: "tiger", second: "cat", score: 7.35 }]
 * parseWordPairs(',a,b,x,y\n0,tiger,cat,7.35,0\n', { columns: { first: "a", second: "b", score: "x" } })
 * // the same
 */
export function parseWordPairs(text: string, options: WordPairParseOptions = {}): WordPair[] {
  checkOptions("parseWordPairs", options, { source: true, columns: true, onNote: true });
  const { source, columns: asked, onNote: tell = () => undefined } = options;
  const error = fileError("parseWordPairs", source);
  const inFile = source === undefined ? "" : ` (${source})`;
  const onNote: OnNote = (note) => tell({ ...note, message: note.message + inFile });
  const all = separatedRows(plainText("parseWordPairs", text));
  const rows = all.filter(({ isComment }) => !isComment);
  const noPair = ({ line, text: shown }: TableRow) =>
    error(`line ${line} is ${JSON.stringify(shown.slice(0, 60))}, not two words and a number`);
  const faulty = rows.find(({ fault }) => fault !== undefined);
  if (faulty?.fault !== undefined) throw error(`line ${faulty.line} ${faulty.fault}`);
  const swallowing = rows.find(({ cells }) => cells.some(holdsRow));
  if (swallowing)
    throw error(
      `line ${swallowing.line} has a quote that closes only behind other rows; write a quote that is a word as """"`,
    );
  const columns = rows.length === 0 ? undefined : pairColumns(rows, asked, { error, onNote });
  if (columns === undefined) {
    if (rows.length > 0 && rows.every(hasScoreFirst)) {
      throw error("the score is column 1, in front of the words; --pair-columns 2,3,1 reads it there");
    }
    const first = rows.find(({ cells }) => cells.length < 3 || !cells.some((cell) => /word|score/i.test(cell)));
    throw first === undefined ? error("there are no pairs; each line has two words and a number") : noPair(first);
  }

  const { first, second, score, hasHeader, width } = columns;
  const pairs: WordPair[] = [];
  const toNumber = numberReader(rows, columns, error, onNote);
  let withoutScore = 0;
  for (const row of hasHeader ? rows.slice(1) : rows) {
    const { cells, line } = row;
    if (cells.slice(width).some((cell) => cell !== "")) {
      throw error(
        `line ${line} has ${cells.length} columns, others have ${width}; does a word with a separator in it need quotes?`,
      );
    }
    const isWhole = (cells[first] ?? "") !== "" && (cells[second] ?? "") !== "";
    if (isWhole && isNumber(cells[score]))
      pairs.push({ first: cells[first], second: cells[second], score: toNumber(cells[score]) });
    else if (isWhole && isMissing(cells[score])) withoutScore++;
    else throw noPair(row);
  }
  if (pairs.length === 0) throw error("there are no pairs; each line has two words and a number");
  if (withoutScore > 0) {
    const message = `${rowsText(withoutScore)} without a score ${withoutScore === 1 ? "was" : "were"} left out`;
    onNote({ kind: "rows-without-score", message, count: withoutScore });
  }
  const hidden = all.filter(({ isComment, cells }) => isComment && cells.length === width && isNumber(cells[score]));
  if (hidden.length > 0 && hidden.length < all.length) {
    const message = `${rowsText(hidden.length)} that could be pairs start with # and were passed over as comments; a word in quotes is none`;
    onNote({ kind: "comments-like-pairs", message, count: hidden.length });
  }
  return pairs;
}

function hasScoreFirst({ cells }: TableRow): boolean {
  return cells.length === 3 && isNumber(cells[0]) && !isNumber(cells[1]) && !isNumber(cells[2]);
}

/** Whether a cell that goes over several lines holds what looks like a row. */
function holdsRow(cell: string): boolean {
  if (!cell.includes("\n")) return false;
  return cell.split("\n").some((line) => line.split(/[,;]/).some((part, i) => i > 1 && isNumber(part.trim())));
}

/** Reads decimal commas where a file has no decimal points, and says so. */
function numberReader(
  rows: readonly TableRow[],
  { score, hasHeader }: PairColumns,
  error: (message: string) => Error,
  onNote: OnNote,
): (cell: string) => number {
  const scores = (hasHeader ? rows.slice(1) : rows).filter(({ cells }) => isNumber(cells[score]));
  const commas = scores.filter(({ cells }) => hasDecimalComma(cells[score]));
  if (commas.length === 0) return Number;
  const isMixed = scores.some(({ cells }) => cells[score].includes("."));
  if (isMixed || commas.every(({ cells }) => /,\d{3}$/.test(cells[score]))) {
    const { line, cells } = commas[0];
    throw error(
      `line ${line} has the score ${JSON.stringify(cells[score])}; is the comma a decimal point? write numbers with points`,
    );
  }
  onNote({ kind: "decimal-commas", message: "scores have a comma for a decimal point", count: commas.length });
  return (cell) => Number(cell.replace(",", "."));
}

function rowsText(count: number): string {
  return count === 1 ? "1 row" : `${count.toLocaleString("en-US")} rows`;
}
