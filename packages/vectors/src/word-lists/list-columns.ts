import { quoted } from "../messages/quoted.js";
import { listCommas } from "./list-commas.js";
import {
  areLeadingCounts,
  countedLines,
  isFalling,
  isNumber,
  isNumbering,
  leadingShuffled,
  meaningOfNumbers,
  numberedLines,
  shuffled,
} from "./list-lines.js";
import { shuffledListFault } from "./shuffled-list.js";
import { isHeaderName } from "./table-words.js";
import type { WordList, WordListOptions } from "./word-list.js";

/** How the lines of a list are read. */
export interface ListReading extends Pick<WordListOptions, "rows" | "header" | "column" | "onNote"> {
  readonly error: (message: string) => Error;
}

/** Usual names of columns of something else than words. */
const OTHERS = /^(counts?|freq(uency|uencies|s)?|index|idx|ids?|rank|class|cluster|group|tag|pos|)$/i;
const COUNTS = /^(counts?|freq(uency|uencies|s)?)$/i;
const IDS = /^(index|idx|ids?|rows?|)$/i;
const HOW = {
  column: '{ listColumn: 1 } takes column 1, { listColumn: "line" } whole lines',
  header: (hasNames: boolean) => `{ listHeader: ${!hasNames} } takes it otherwise`,
};

/** The words of the lines of a list, none of which is empty. */
export function wordsOfLines(lines: readonly string[], reading: ListReading): WordList {
  const { header, column, onNote } = reading;
  const isTabbed = lines[0].includes("\t");
  if (column === "line") return { words: header === true ? lines.slice(1) : lines };
  const commas = isTabbed || countedLines(lines) !== undefined ? undefined : listCommas(lines);
  if (commas !== undefined) throw reading.error(commas);
  if (column !== undefined) return columns(lines, isTabbed ? "\t" : " ", reading);
  const whole = header === true ? undefined : countedList(lines, reading);
  if (whole !== undefined) return whole;
  if (isTabbed) return columns(lines, "\t", reading);
  if (header !== false && (header === true || isCountHeader(lines[0]))) {
    const below = countedList(lines.slice(1), reading, lines[0].split(" ")[1]);
    if (below !== undefined || header === true) return below ?? { words: lines.slice(1) };
  }
  const found = leadingShuffled(lines);
  if (found !== undefined)
    throw reading.error(shuffledListFault(found, { column: "first", above: 0, isTabbed: false }));
  const numbered = numberedLines(lines);
  if (numbered === undefined) return { words: lines };
  onNote?.({ kind: "list-column", message: `the list has the number of its row before each word; ${HOW.column}` });
  return { words: numbered };
}

/** `word count`, with a space. */
function isCountHeader(line: string): boolean {
  const [word, count, ...rest] = line.split(" ");
  return rest.length === 0 && isHeaderName(word) && count !== undefined && count !== "" && OTHERS.test(count);
}

/** Lines that all end in a whole number, perhaps below the name of these. */
function countedList(
  lines: readonly string[],
  { onNote, error }: ListReading,
  name: string | undefined = undefined,
): WordList | undefined {
  const counted = countedLines(lines);
  if (counted === undefined || counted.words.some((word) => word.includes("\t"))) return undefined;
  const { words, numbers, texts } = counted;
  if (name !== undefined && COUNTS.test(name)) return { words, counts: numbers };
  const example = quoted(lines[0]);
  const isNamedId = name !== undefined && IDS.test(name);
  const meaning = meaningOfNumbers(words, numbers, isNamedId);
  if (meaning.kind === "shuffled") {
    const isTabbed = lines[0].includes("\t");
    const column = meaning.column === "words" ? "first" : isTabbed ? 2 : "last";
    const above = name === undefined ? 0 : 1;
    throw error(shuffledListFault(meaning.found, { column, above, isTabbed }));
  }
  if (meaning.kind === "counts") {
    if (meaning.couldBeRows) {
      const message = `the numbers behind the words of the list, as in ${example}, fall, and are taken for counts; those of the rows they could be as well, in reverse; ${HOW.column}`;
      onNote?.({ kind: "list-column", message });
    }
    return isNamedId ? { words } : { words, counts: numbers };
  }
  const message = {
    ids: `the numbers behind the words of the list, as in ${example}, are those of its rows, and no counts`,
    words: `the list has the number of its row before each word, as in ${example}, and the words are numbers`,
    unknown: `the list has two whole numbers on each line, as in ${example}; the first is taken for the word, the second, which does not fall, for no count`,
  }[meaning.kind];
  onNote?.({ kind: "list-column", message: `${message}; ${HOW.column}` });
  return { words: meaning.kind === "words" ? texts : words };
}

function columns(lines: readonly string[], separator: string, reading: ListReading): WordList {
  const { header, onNote, error } = reading;
  const cells = lines.map((line) => line.split(separator));
  const [first, ...others] = cells;
  const names = first.map((name) => name.trim().toLowerCase());
  const isCalledSo = names.some((name) => isHeaderName(name) || OTHERS.test(name));
  const hasNames = header ?? isHeader(cells, isCalledSo, separator, reading);
  const rows = hasNames ? others : cells;
  if (rows.length === 0) throw error("line 1 has the names of columns, and no words follow");
  const short = rows.findIndex((row) => row.length !== first.length);
  if (short >= 0) {
    const line = short + (hasNames ? 2 : 1);
    throw error(`line ${line} has ${rows[short].length} columns, line 1 ${hasNames ? "names" : "has"} ${first.length}`);
  }
  if (reading.column === undefined) refuseShuffled(rows, hasNames ? names : [], separator, error);
  const column =
    reading.column === undefined ? wordColumn(rows, hasNames ? names : [], reading) : Number(reading.column) - 1;
  if (column >= first.length) throw error(`column ${column + 1} is to have the words; line 1 has ${first.length}`);
  const words = rows.map((row) => row[column]);
  const empty = words.indexOf("");
  if (empty >= 0) throw error(`line ${empty + (hasNames ? 2 : 1)} is without a word in column ${column + 1}`);
  const isCounted = reading.column === undefined && !hasNames && isCountFirst(rows);
  const isProved = hasNames
    ? isCalledSo
    : separator === " " || isCounted || isNumbering(rows.map(([number]) => number));
  if (header === undefined && !isProved) {
    const taken = hasNames ? "the names of its columns" : "a word and what belongs to it";
    const message = `line 1 of the list, ${quoted(lines[0])}, is taken for ${taken}; ${HOW.header(hasNames)}`;
    onNote?.({ kind: "list-header", message });
  }
  if (isCounted) {
    const counts = rows.map(([count]) => Number(count));
    return isFalling(words, counts) ? { words, counts } : { words };
  }
  return hasNames ? withCounts(words, rows, names, column, error) : { words };
}

/** Whether there is a count before each word, as of `uniq -c`. */
function isCountFirst(rows: readonly (readonly string[])[]): boolean {
  const isWord = ([, word = ""]: readonly string[]) => word !== "" && !isNumber(word);
  return areLeadingCounts(rows.map(([count]) => count)) && rows.some(isWord);
}

/** Whether line 1 has the names of columns, as the projector wants it of several. */
function isHeader(
  [first, ...others]: readonly (readonly string[])[],
  isCalledSo: boolean,
  separator: string,
  { rows }: ListReading,
): boolean {
  if (isCalledSo) return true;
  const isName = (name: string, column: number) =>
    !isNumber(name) && others.length > 0 && others.every((row) => isNumber(row[column] ?? ""));
  if (first.some(isName)) return true;
  if (isNumbering([first[0], ...others.map(([number]) => number)])) return false;
  if (isCountFirst([first, ...others])) return false;
  return separator === "\t" && rows !== others.length + 1;
}

/**
 * @throws Error for numbers of rows that are not in their order: in a column that is called so, or, without names, in the
 * first
 */
function refuseShuffled(
  rows: readonly (readonly string[])[],
  names: readonly string[],
  separator: string,
  error: (message: string) => Error,
): void {
  if (rows[0].length < 2) return;
  const isNamed = names.length > 0;
  for (const column of rows[0].keys()) {
    if (isNamed ? !IDS.test(names[column]) : column > 0) continue;
    const place = { column: column + 1, above: isNamed ? 1 : 0, isTabbed: separator === "\t" };
    const found = shuffled(rows.map((row) => row[column]));
    if (found !== undefined) throw error(shuffledListFault(found, place));
  }
}

/** The column that is called so, or else the first that does not number the rows. */
function wordColumn(rows: readonly (readonly string[])[], names: readonly string[], { onNote }: ListReading): number {
  const usual = names.findIndex((name) => name === "word" || name === "label");
  const called = usual >= 0 ? usual : names.findIndex((name) => isHeaderName(name));
  if (called >= 0) return called;
  const isNumbered = rows[0].length > 1 && isNumbering(rows.map(([number]) => number));
  if (!isNumbered && !(names.length === 0 && isCountFirst(rows))) return 0;
  const what = isNumbered ? "numbers its rows" : "has counts, as uniq -c writes them";
  onNote?.({ kind: "list-column", message: `column 1 of the list ${what}, and column 2 has the words; ${HOW.column}` });
  return 1;
}

function withCounts(
  words: readonly string[],
  rows: readonly (readonly string[])[],
  names: readonly string[],
  column: number,
  error: (message: string) => Error,
): WordList {
  const countColumn = names.findIndex((name) => name === "count" || name === "frequency");
  if (countColumn < 0 || countColumn === column) return { words };
  const bad = rows.findIndex((row) => !/^\d{1,15}$/.test(row[countColumn]));
  if (bad >= 0) throw error(`line ${bad + 2} counts ${quoted(rows[bad][countColumn])}; a count is a whole number`);
  return { words, counts: rows.map((row) => Number(row[countColumn])) };
}
