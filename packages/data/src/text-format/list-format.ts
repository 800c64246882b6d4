import type { FormatGuess } from "./format-guess.js";

const WHOLE = /^\d+$/;
const DECIMAL = /^[+-]?(\d+\.\d*|\d*\.\d+|\d+)(e[+-]?\d+)?$/i;

/** Word vectors in text, or a list of words and their counts. */
export function listFormat(lines: readonly string[]): FormatGuess | undefined {
  const rows = lines.slice(0, 50).map((line) => line.split(/[ \t]+/));
  const [head = [], first = []] = rows;
  const isHeader = head.length === 2 && head.every((each) => WHOLE.test(each));
  const vectors = isHeader ? rows.slice(1) : rows;
  const columns = isHeader ? Number(head[1]) + 1 : head.length;
  const isVector = (row: readonly string[]) =>
    row.length === columns &&
    row.slice(1).every((each) => DECIMAL.test(each)) &&
    row.slice(1).some((each) => each.includes("."));
  const isTable = !isHeader && vectors.every(([word]) => DECIMAL.test(word));
  if (columns > (isHeader ? 1 : 5) && first.length > 0 && vectors.length > 1 && vectors.every(isVector) && !isTable) {
    return { name: "word vectors in text", why: `each line is a word and ${columns - 1} numbers` };
  }
  if (rows.length >= 5 && areCounts(rows)) {
    return { name: "a list of words and their counts", why: "each line is a word and a number, which never rises" };
  }
  return undefined;
}

/** Falling counts of words that come once each, and are mostly no numbers: an edge list of a graph has two. */
function areCounts(rows: readonly (readonly string[])[]): boolean {
  const isPair = rows.every((row) => row.length === 2 && WHOLE.test(row[1]));
  const falls = rows.every((row, i) => i === 0 || Number(row[1]) <= Number(rows[i - 1][1]));
  const isEachOnce = new Set(rows.map(([word]) => word)).size === rows.length;
  return isPair && falls && isEachOnce && rows.filter(([word]) => !WHOLE.test(word)).length > rows.length / 2;
}
