import { quoted } from "../../messages/quoted.js";
import { commandLine, isNumber, isRow, isWhole, tokensOf, trailingNumbers } from "./cells.js";
import type { ExpectedRows } from "./expected-rows.js";

/** So many lines tell what is usual. */
const LINES = 6;

/** Why a row among others has no word and `D` numbers. */
export function wrongCountCause(lines: readonly string[], expected: ExpectedRows, D: number): string | undefined {
  const [tokens = [], next = []] = lines.map(tokensOf);
  const others = lines.slice(1, LINES).map(tokensOf);
  const columns = others.length > 0 && others.every((row) => isRow(row) && row.length === tokens.length);
  const indented = indentedCause(lines, tokens);
  if (indented !== undefined) return indented;
  if (columns && isRow(tokens) && tokens.length - 1 !== D) return wrongHeader([tokens, ...others], expected, D);
  const count = trailingNumbers(tokens);
  if (count === tokens.length && count === D) return "is its word empty, or white space?";
  if (count > D && count < tokens.length) return numberedPhrase(tokens, D);
  if (count < D && next.length > 0) return brokenRow(tokens, next, expected.line, D);
  return undefined;
}

/** Lines of a word and numbers that each begin with white space. */
function indentedCause(lines: readonly string[], [first = ""]: readonly string[]): string | undefined {
  const some = lines.slice(0, LINES).filter((line) => line.trim() !== "");
  const isIndented = (line: string) => /^[ \t]/.test(line) && isRow(tokensOf(line));
  if (some.length < 2 || isNumber(first) || !some.every(isIndented)) return undefined;
  const isOne = some.every((line) => /^ [^ \t]/.test(line));
  const step = isOne ? "sed 's/^ //'" : "sed 's/^[[:blank:]]*//'";
  return `so do the lines after it; what has ${isOne ? "no space" : "no white space"} there can be read: ${commandLine([step])}`;
}

/** All rows are alike, and not as the header has it. */
function wrongHeader(rows: readonly (readonly string[])[], { V }: ExpectedRows, D: number): string {
  const count = rows[0].length - 1;
  const hasCounts = count === D + 1 && rows.every((row) => isWhole(row[1])) && rows.some((row) => !isWhole(row[2]));
  if (hasCounts) {
    return `the first is a whole number in each line, so that it may be a count; what is without can be read: ${commandLine(["awk 'NR > 1 { $2 = \"\" } 1'"])}`;
  }
  if (count === V) return "so have the lines after it: are the two numbers of the header the wrong way round?";
  return `so have the lines after it: is the header wrong? Without it the file can be read: ${commandLine(["tail -n +2"])}`;
}

/** Words, and too many numbers: some of them may be the last words of a phrase. */
function numberedPhrase(tokens: readonly string[], D: number): string {
  const words = tokens.slice(0, tokens.length - D);
  const [phrase, joined] = [words.join(" "), words.join("_")];
  return `is ${quoted(phrase)} its word? A phrase that ends in a number can't be told from its numbers; write ${quoted(joined)}`;
}

/** A row on two lines: its word has a newline in it, or its numbers have. */
function brokenRow(tokens: readonly string[], next: readonly string[], line: number, D: number): string | undefined {
  const count = trailingNumbers(tokens);
  const rest = trailingNumbers(next);
  const lines = `lines ${line} and ${line + 1}`;
  if (rest === next.length && count + rest === D) return `are ${lines} one row, broken in two?`;
  if (tokens.every((token) => !isNumber(token)) && rest >= D) {
    return `is the word of ${lines} one, with a newline in it? Text has none in a word; a format that has is safetensors`;
  }
  return undefined;
}
