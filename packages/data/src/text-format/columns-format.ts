import type { FormatGuess } from "./format-guess.js";

/** Fewer lines prove nothing. */
const FEWEST_LINES = 3;

/** Values between commas, semicolons, bars or tabs. */
export function columnsFormat(lines: readonly string[]): FormatGuess | undefined {
  if (lines.length < FEWEST_LINES) return undefined;
  if (lines.every((line) => line.startsWith("|") && line.length > 1)) {
    return { name: "a table in Markdown", why: "each line begins with a bar" };
  }
  // A quoted value counts as one letter, wherever its lines end; so does a character of HTML, whose semicolon is no separator.
  const plain = lines
    .join("\n")
    .replace(/(?<=^|[,;|\n])"(?:[^"]|"")*"(?=[,;|\n]|$)/g, "x")
    .replace(/&#?\w+;/g, "x")
    .split("\n");
  for (const separator of [",", ";", "|"]) {
    if (isSeparated(plain, separator)) {
      return { name: "CSV", why: `nearly each line has a "${separator}" without a space beside it` };
    }
  }
  return tabbed(lines);
}

/** In prose a space follows a comma, and in tokenised text it stands on either side. */
function isSeparated(lines: readonly string[], separator: string): boolean {
  let [tight, all, linesWith] = [0, 0, 0];
  const columns = lines[0].split(separator).length;
  // Factored text has bars in its words.
  if (separator === "|" && (columns < 3 || lines.some((line) => line.split("|").length !== columns))) return false;
  for (const line of lines) {
    // One behind all else ends a verse or a line of code, and proves nothing.
    const parts = (line.endsWith(separator) ? line.slice(0, -1) : line).split(separator);
    const hasSpaces = /\s/.test(line);
    const here = parts.slice(1).filter((after, i) => isTight(parts[i], after, hasSpaces)).length;
    all += parts.length - 1;
    tight += here;
    if (here > 0) linesWith++;
  }
  if (linesWith >= 0.9 * lines.length && tight >= 0.9 * all && areColumns(lines, separator)) return true;
  // Baskets of a single thing have no separator, but then no other comma has a space beside it, either.
  return linesWith >= 5 && linesWith >= lines.length / 2 && tight === all;
}

/** As many values in nearly each line; or no blanks, as in baskets of things. In code and verse there are more or fewer. */
function areColumns(lines: readonly string[], separator: string): boolean {
  if (lines.every((line) => !/\s/.test(line))) return true;
  const columns = lines[0].split(separator).length;
  return lines.filter((line) => line.split(separator).length === columns).length >= 0.9 * lines.length;
}

/** Scripts in which no space follows a comma, either. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

function isTight(before: string, after: string, hasSpaces: boolean): boolean {
  const [left, right] = [before.slice(-1), after.slice(0, 1)];
  if (/\s/.test(left) || /\s/.test(right)) return false;
  // 1,234 in a text, but not 1,2,3 alone.
  if (hasSpaces && /\d/.test(left) && /\d/.test(right)) return false;
  return !(UNSPACED.test(left) || UNSPACED.test(right));
}

/** As many tabs in each line, and columns that differ: numbers beside words, or, of three or more, one with blanks. */
function tabbed(lines: readonly string[]): FormatGuess | undefined {
  const rows = lines.map((line) => line.split("\t"));
  const columns = rows[0].length;
  if (columns < 2 || rows.some((row) => row.length !== columns)) return undefined;
  const isNumber = (value: string) => /^[+-]?\d+([.,]\d+)?$/.test(value);
  const body = rows.slice(1);
  const numeric = Array.from({ length: columns }, (_, column) => body.filter((row) => isNumber(row[column])).length);
  const isMixed = numeric.includes(body.length) && numeric.some((count) => count < body.length / 10);
  const hasBlanks = rows.some((row) => row.some((value) => value.includes(" ")));
  // Who says something, and what, may stand in two columns.
  if (!isMixed && !(hasBlanks && columns > 2)) return undefined;
  return { name: "columns between tabs (TSV)", why: `each line has ${columns - 1} tab${columns === 2 ? "" : "s"}` };
}
