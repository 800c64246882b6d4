import { checkOptions, fileError } from "@wordloom/arguments";
import type { AnalogyQuestion, AnalogySection } from "./parse-analogies.js";
import type { ParseOptions } from "./parse-options.js";
import { plainText } from "./plain-text.js";
import { tableRows } from "./table-rows.js";

const COLUMNS = ["type", "word1", "word2", "word3", "target"] as const;

/**
 * Reads the syntactic analogies of Microsoft Research: lines of `index,type,word1,word2,word3,target` under a header. Each
 * type, such as `JJ_JJR`, becomes a section, in the order in which they first come. All are syntactic.
 *
 * Empty lines, CRLF, quotes, other columns, another order of columns, and tabs or semicolons for commas are allowed.
 *
 * @throws Error if another line is not a question, with its number, or the file has no questions
 * @throws TypeError if `text` is not a string, or an option does not exist
 * @see Mikolov, Yih and Zweig 2013, https://aclanthology.org/N13-1090
 *
 * @example
 * parseMsrAnalogies(",type,word1,word2,word3,target\n0,JJ_JJR,good,better,rough,rougher\n")
 * // [{ name: "JJ_JJR", kind: "syntactic", questions: [["good", "better", "rough", "rougher"]] }]
 */
export function parseMsrAnalogies(text: string, options: ParseOptions = {}): AnalogySection[] {
  checkOptions("parseMsrAnalogies", options, { source: true });
  const { source } = options;
  const error = fileError("parseMsrAnalogies", source);
  const tables = ([",", "\t", ";"] as const).map((separator) =>
    tableRows(plainText("parseMsrAnalogies", text), separator),
  );
  const lines = tables.find(([head]) => COLUMNS.every((name) => head?.cells.includes(name))) ?? tables[0];
  if (lines.length === 0) throw error("there are no questions");
  const [header, ...rows] = lines;
  const columns = COLUMNS.map((name) => header.cells.indexOf(name));
  const missing = COLUMNS.filter((_, index) => columns[index] < 0);
  if (missing.length > 0) {
    throw error(`line ${header.line} names no column ${missing.join(", ")}; the first line is ",${COLUMNS.join(",")}"`);
  }

  const sections = new Map<string, AnalogyQuestion[]>();
  for (const { cells, line: number, fault } of rows) {
    if (fault !== undefined) throw error(`line ${number} ${fault}`);
    if (cells.length !== header.cells.length) {
      throw error(`line ${number} has ${cells.length} columns; the first has ${header.cells.length}`);
    }
    const [type, a, b, c, expected] = columns.map((column) => cells[column]);
    const empty = COLUMNS.find((_, index) => cells[columns[index]] === "");
    if (empty !== undefined) throw error(`line ${number} has nothing in the column ${empty}`);
    const questions = sections.get(type) ?? [];
    sections.set(type, questions);
    questions.push([a, b, c, expected]);
  }
  if (sections.size === 0) throw error("there are no questions");
  return Array.from(sections, ([name, questions]) => ({ name, kind: "syntactic", questions }));
}
