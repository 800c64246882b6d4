import type { OnNote } from "@wordloom/vectors";
import type { TableRow } from "../table-rows.js";
import { columnsText, isMissing, isNumber } from "./pair-cells.js";
import { isIndexName, pairHeader, SCORE_NAMES } from "./pair-header.js";

/** The columns of a file of word pairs: each by its name in the header, or by its number, the first being 1. */
export interface PairColumnNames {
  readonly first: string | number;
  readonly second: string | number;
  readonly score: string | number;
}

/** The columns of the two words and the score, by place, from 0. */
export interface PairColumns {
  readonly first: number;
  readonly second: number;
  readonly score: number;
  /** Whether the first row has names, no pair. */
  readonly hasHeader: boolean;
  /** How many columns a row has at most. */
  readonly width: number;
}

/** Who is told what. */
interface Listeners {
  readonly error: (message: string) => Error;
  readonly onNote: OnNote;
}

/** What is known of a table when words and score are looked for. */
interface Table {
  readonly rows: readonly TableRow[];
  readonly width: number;
  /** Of the names, those that match the columns; none without a header. */
  readonly names: readonly string[];
  /** By column, whether most of what is there are numbers. */
  readonly isNumeric: readonly boolean[];
}

const PART_OF_SPEECH =
  /^(n|v|a|j|r|s|adj|adv|nn[a-z]*|vb[a-z]?|jj[a-z]?|rb[a-z]?|noun|verb|adjective|adverb|propn|pron|num)$/i;
/** More are words, no classes of them. */
const MOST_CLASSES = 12;

/**
 * Finds the words and the score: by the names in a header where it has known ones, else by what the columns hold. What
 * is decided by that alone is told as a note. Undefined if no column can be the score.
 *
 * @param rows - at least one, none of them a comment
 * @throws Error where columns could be meant in two ways
 */
export function pairColumns(
  rows: readonly TableRow[],
  asked: PairColumnNames | undefined,
  listeners: Listeners,
): PairColumns | undefined {
  const { error, onNote } = listeners;
  const width = usualWidth(rows);
  const whole = rows.filter(({ cells }) => cells.length >= width);
  const isNumeric = Array.from({ length: width }, (_, column) => {
    const present = whole.map(({ cells }) => cells[column]).filter((cell) => !isMissing(cell));
    // One of them may be a name.
    return present.filter(isNumber).length >= Math.max(1, present.length - 1) / 2;
  });
  const { hasHeader, names, words: named } = pairHeader(rows, width, isNumeric, error);
  if (asked !== undefined) return askedColumns(rows, asked, { width, names, hasHeader }, error);
  const table = { rows: hasHeader ? rows.slice(1) : rows, width, names, isNumeric };
  const words = named ?? wordsByContent(table, listeners);
  if (words === undefined) return undefined;
  const [first, second] = words;
  const isIndex = (column: number) => isIndexName(names[column]) && (column === 0 || names[column] !== "");
  const from = named === undefined ? second : -1;
  const scores = isNumeric.flatMap((isOne, c) =>
    isOne && c > from && c !== first && c !== second && !isIndex(c) ? [c] : [],
  );
  if (scores.length === 0) return undefined;
  const score = scoreColumn(scores, table, listeners);
  if (named === undefined) refuseMoreWords(table, first, second, score, error);
  if (hasHeader && !SCORE_NAMES.some((name) => name.test(names[score] ?? ""))) {
    const shown = JSON.stringify(rows[0].text.slice(0, 60));
    onNote({ kind: "header-by-content", message: `line ${rows[0].line}, ${shown}, was taken for a header`, count: 1 });
  }
  return { first, second, score, hasHeader, width };
}

/** The number of columns that most rows have, the larger of two. */
function usualWidth(rows: readonly TableRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((best, each) =>
    each[1] > best[1] || (each[1] === best[1] && each[0] > best[0]) ? each : best,
  )[0];
}

function askedColumns(
  rows: readonly TableRow[],
  asked: PairColumnNames,
  { width, names, hasHeader }: { width: number; names: readonly string[]; hasHeader: boolean },
  error: (message: string) => Error,
): PairColumns {
  const head = names.length > 0 ? names : rows[0].cells;
  let isNamed = false;
  const column = (name: string | number) => {
    const same = head.map((each) => each.trim().toLowerCase() === String(name).trim().toLowerCase());
    const found = typeof name === "string" ? same.indexOf(true) : -1;
    if (found >= 0 && same.lastIndexOf(true) !== found) throw error(`two columns are called ${JSON.stringify(name)}`);
    if (found >= 0) isNamed = true;
    const place = found >= 0 ? found : /^\d+$/.test(String(name)) ? Number(name) - 1 : -1;
    if (place < 0 || place >= width) {
      const shown = JSON.stringify(rows[0].text.slice(0, 60));
      throw error(
        `there is no column ${JSON.stringify(name)}; there are ${width}, and line ${rows[0].line} is ${shown}`,
      );
    }
    return place;
  };
  const [first, second, score] = [column(asked.first), column(asked.second), column(asked.score)];
  if (new Set([first, second, score]).size < 3) throw error("two words and a score are three columns, each another");
  return { first, second, score, hasHeader: isNamed || hasHeader, width };
}

/** The first two columns, but for one that counts the rows. */
function wordsByContent(table: Table, { error, onNote }: Listeners): readonly [number, number] | undefined {
  const { rows, width, names, isNumeric } = table;
  if (width < 3) return undefined;
  const column = (c: number) => rows.map(({ cells }) => cells[c] ?? "");
  const isWhole = column(0).every((cell) => /^\d+$/.test(cell));
  if (isWhole && isIndexName(names[0])) return width < 4 ? undefined : [1, 2];
  const numbers = column(0).map(Number);
  const isCounting = isWhole && numbers[0] <= 1 && numbers.every((number, i) => number === numbers[0] + i);
  if (isWhole && width > 3 && !isNumeric[1] && !isNumeric[2]) {
    if (new Set(numbers).size < numbers.length) {
      throw error(
        "column 1 has whole numbers, some of them twice; is it a word? --pair-columns says which columns count, as 2,3,4 does",
      );
    }
    onNote({
      kind: "index-column",
      message:
        "column 1 has a number of its own for each row, and was passed over as an index; --pair-columns 1,2,4 takes it for a word",
    });
    return [1, 2];
  }
  if (isCounting && rows.length > 1) {
    throw error(
      "column 1 counts the rows; is it an index or a word? --pair-columns says which columns count, as 1,2,3 does",
    );
  }
  if (isNumeric[0] || isNumeric[1]) {
    const which = columnsText(
      [0, 1].filter((c) => isNumeric[c]),
      [],
      "and",
    );
    onNote({
      kind: "number-words",
      message: `the words of column ${which} are numbers; --pair-columns takes other columns`,
    });
  }
  return [0, 1];
}

function scoreColumn(scores: readonly number[], table: Table, { error, onNote }: Listeners): number {
  const { names } = table;
  if (scores.length === 1) return scores[0];
  const chosen = (score: number, why: string) => {
    const others = columnsText(
      scores.filter((c) => c !== score),
      names,
      "and",
    );
    onNote({
      kind: "score-column",
      message: `the score is column ${columnsText([score], names, "and")}, ${why}; numbers are in ${others} as well; --pair-columns chooses`,
    });
    return score;
  };
  const which = (columns: readonly number[]) =>
    error(
      `which column is the score: ${columnsText(columns, names, "or")}? --pair-columns says it, as 1,2,${columns[0] + 1} does`,
    );
  for (const pattern of names.length > 0 ? SCORE_NAMES : []) {
    const found = scores.filter((c) => pattern.test(names[c] ?? ""));
    if (found.length > 1) throw which(found);
    if (found.length === 1) return chosen(found[0], "by its name");
  }
  const [first, ...others] = scores;
  if (names.length === 0 && isMean(table.rows, first, others))
    return chosen(first, "since it lies between the ratings behind it");
  throw which(scores);
}

/** Whether a column can be the mean of others, which are the whole numbers that raters give. */
function isMean(rows: readonly TableRow[], mean: number, ratings: readonly number[]): boolean {
  return (
    rows.some(({ cells }) => !Number.isInteger(Number(cells[mean]))) &&
    rows.every(({ cells }) => {
      const given = ratings
        .map((c) => cells[c] ?? "")
        .filter((cell) => !isMissing(cell))
        .map(Number);
      const value = Number(cells[mean]);
      return given.every(Number.isInteger) && value >= Math.min(...given) && value <= Math.max(...given);
    })
  );
}

/** Before the score there may be classes of words, as parts of speech are, but no third word. */
function refuseMoreWords(
  { rows, names, isNumeric }: Table,
  first: number,
  second: number,
  score: number,
  error: (message: string) => Error,
): void {
  for (let c = second + 1; c < score; c++) {
    if (isNumeric[c]) continue;
    const values = new Set(rows.map(({ cells }) => cells[c] ?? ""));
    const isClass = values.size <= MOST_CLASSES && 2 * values.size < rows.length;
    if (isClass || [...values].every((value) => isMissing(value) || PART_OF_SPEECH.test(value))) continue;
    throw error(
      `columns ${columnsText([first, second, c], names, "and")} all have words; which two are the pair? --pair-columns says it, as 1,2,${score + 1} does`,
    );
  }
}
