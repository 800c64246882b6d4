import { checkOptions, fileError } from "@wordloom/arguments";
import type { ParseOptions } from "./parse-options.js";
import { plainText } from "./plain-text.js";
import { blankParted, partedBy, questionSeparator } from "./question-words.js";

/** `a : b` as `c : expected`. */
export type AnalogyQuestion = readonly [a: string, b: string, c: string, expected: string];

/** Whether questions are about meaning or about grammar. */
export type AnalogyKind = "semantic" | "syntactic";

export interface AnalogySection {
  readonly name: string;
  /** Where the test set doesn't say, names tell: `gram…` is syntactic in Google's. */
  readonly kind?: AnalogyKind;
  readonly questions: readonly AnalogyQuestion[];
}

export interface AnalogyParseOptions extends ParseOptions {
  /** The name of the section in which a file starts, for one that has all its questions without a line such as `: family`. */
  readonly section?: string;
}

/**
 * The questions of an analogy file in Google's format: lines of four words, in sections that a line `: name`
 * starts. GloVe's files have no such lines: each is a section, whose name is `section`. Where commas
 * or semicolons part every line into four, as CSV has them, with quotes or without, they part the words. Empty lines, CRLF and a missing
 * last newline are read; all else is an error.
 *
 * @throws Error for another line, with its number, and for a file without questions
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
