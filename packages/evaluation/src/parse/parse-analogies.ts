import { checkOptions, fileError } from "@wordloom/arguments";
import type { ParseOptions } from "./parse-options.js";
import { plainText } from "./plain-text.js";
import { blankParted, partedBy, questionSeparator } from "./question-words.js";

/** A question, `a : b = c : ?`, and the expected answer. */
export type AnalogyQuestion = readonly [a: string, b: string, c: string, expected: string];

/** Whether questions are about meaning (`"semantic"`) or about grammar (`"syntactic"`). */
export type AnalogyKind = "semantic" | "syntactic";

/** Questions of one kind, under the name that the test set gives them. */
export interface AnalogySection {
  /** The name in the test set: `"family"`. */
  readonly name: string;
  /**
   * What the questions are about. Default: if only some sections have a name that begins with `gram`, as in Google's file,
   * these are syntactic and the others semantic.
   */
  readonly kind?: AnalogyKind;
  readonly questions: readonly AnalogyQuestion[];
}

/** Options of {@link parseAnalogies}. */
export interface AnalogyParseOptions extends ParseOptions {
  /** The name of the section that a file starts with, for files whose questions have no line such as `: family` above them. */
  readonly section?: string;
}

/**
 * Reads the questions of an analogy file in Google's format: lines of four words, in sections that begin with a line `: name`.
 * GloVe's files have no such lines: each is one section, with the name `section`. If commas or semicolons divide every line
 * into four, as in CSV, they divide the words. Empty lines, CRLF and a missing last newline are allowed.
 *
 * @throws Error if another line is not a question, with its number, or the file has no questions
 * @throws TypeError if `text` is not a string, or an option does not exist
 * @see https://github.com/tmikolov/word2vec, `questions-words.txt`
 *
 * @example
 * parseAnalogies(": family\nboy girl brother sister\n")
 * // [{ name: "family", questions: [["boy", "girl", "brother", "sister"]] }]
 */
export function parseAnalogies(text: string, options: AnalogyParseOptions = {}): AnalogySection[] {
  checkOptions("parseAnalogies", options, { source: true, section: true });
  const { source, section: start } = options;
  const error = fileError("parseAnalogies", source);
  const sections: { name: string; questions: AnalogyQuestion[] }[] =
    start === undefined ? [] : [{ name: start, questions: [] }];
  const lines = plainText("parseAnalogies", text).split(/\r?\n/);
  const separator = questionSeparator(lines);
  for (const [index, line] of lines.entries()) {
    const isSection = line.trimStart().startsWith(":");
    const tokens = isSection || separator === undefined ? blankParted(line) : partedBy(line, separator);
    const place = `line ${index + 1}`;
    if (tokens.length === 0) continue;
    if (tokens[0].startsWith(":")) {
      const name = tokens.join(" ").slice(1).trim();
      if (name === "") throw error(`${place} starts a section without a name`);
      sections.push({ name, questions: [] });
      continue;
    }
    const [a, b, c, expected] = tokens;
    if (tokens.length !== 4) throw error(`${place} has ${tokens.length} words; a question has four`);
    const section = sections.at(-1);
    if (section === undefined) throw error(`${place} is a question before the first section, such as ": family"`);
    section.questions.push([a, b, c, expected]);
  }
  if (sections.every(({ questions }) => questions.length === 0)) throw error("there are no questions");
  return sections;
}
