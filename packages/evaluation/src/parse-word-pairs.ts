import { fileError, type ParseOptions } from "./file-error.js";

/** Two words and how similar people find them, on the scale of their test set. */
export interface WordPair {
  readonly first: string;
  readonly second: string;
  readonly score: number;
}

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * The pairs of a word-similarity file: two words, then columns of which one is the score.
 *
 * That is the first column with a number, so that a part of speech before it (SimLex, SimVerb) and single ratings
 * after it (Rare Words) are passed over. Columns are separated by tabs where the file has any, else by commas, else by
 * spaces. Lines that are empty or start with `#`, a header in the first other line, CRLF and a missing last newline
 * are read; all else is an error. Pairs that come twice stay twice.
 *
 * @throws Error for another line, with its number, and for a file without pairs
 *
 * @example
 * parseWordPairs("word1\tword2\tscore\ntiger\tcat\t7.35\n") // [{ first: "tiger", second: "cat", score: 7.35 }]
 */
export function parseWordPairs(text: string, { source }: ParseOptions = {}): WordPair[] {
  const error = fileError("parseWordPairs", source);
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "" && !line.startsWith("#"));
  const all = lines.map(({ line }) => line).join("\n");
  const separator = all.includes("\t") ? /\t/ : all.includes(",") ? /,/ : / +/;
  const rows = lines.map(({ line, number }) => ({ line, number, columns: line.split(separator).map((c) => c.trim()) }));
  // Not by the first row, where a header may count the raters: 1, 2, 3.
  const scoreColumn = (rows[1] ?? rows[0])?.columns.findIndex((column, at) => at >= 2 && NUMBER.test(column)) ?? -1;

  const pairs: WordPair[] = [];
  for (const [index, { line, number, columns }] of rows.entries()) {
    const [first, second] = columns;
    const score = columns[scoreColumn] ?? "";
    if (NUMBER.test(score) && first !== "" && second !== "") pairs.push({ first, second, score: Number(score) });
    else if (index > 0 || columns.length < 3) {
      throw error(`line ${number} is ${JSON.stringify(line.slice(0, 60))}, not two words and a number`);
    }
  }
  if (pairs.length === 0) throw error("there are no pairs; each line has two words and a number");
  return pairs;
}
