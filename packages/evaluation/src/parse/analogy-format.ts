import { plainText } from "./plain-text.js";
import { questionSeparator } from "./question-words.js";

/**
 * How an analogy file is written: `sections` of four words a line, as Google's, `questions` of four words without sections,
 * as GloVe's or CSV's, `pairs` of a word and its answers, as BATS's, or Microsoft's `table`.
 */
export type AnalogyFormat = "sections" | "questions" | "pairs" | "table";

/** What a file can be read as. */
export interface AnalogyFormats {
  /** Null where most lines are neither a question nor a pair. */
  readonly format: AnalogyFormat | null;
  /** Whether every line is a question as well as a pair: two words, a tab and two words. */
  readonly isEither: boolean;
}

/**
 * Finds out how an analogy file is written: by a section's or a table's first line, else by what most lines are. Where
 * lines are both, a tab parts a word from its answers.
 *
 * @example
 * analogyFormat("boy girl brother sister\n") // { format: "questions", isEither: false }
 * analogyFormat("ape\tbaby/infant\n") // { format: "pairs", isEither: false }
 */
export function analogyFormat(text: string): AnalogyFormats {
  const plain = plainText("analogyFormat", text);
  const lines = plain
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (/\bword1\b.*\btarget\b/.test(lines[0] ?? "")) return { format: "table", isEither: false };
  const hasTabs = plain.includes("\t");
  const separator = questionSeparator(lines);
  const isPair = (line: string) => separator === undefined && line.split(hasTabs ? /\s*\t\s*/ : / +/).length === 2;
  const isQuestion = (line: string) =>
    separator === undefined ? line.split(/[ \t]+/).length === 4 : !line.startsWith(":");
  const pairs = lines.filter(isPair).length;
  const questions = lines.filter(isQuestion).length;
  const hasSections = lines.some((line) => line.startsWith(":") && !line.includes("\t"));
  if (hasSections && (questions > 0 || pairs < lines.length || lines.length === 1)) {
    return { format: "sections", isEither: false };
  }
  if (2 * Math.max(pairs, questions) < Math.max(1, lines.length)) return { format: null, isEither: false };
  return {
    format: questions > pairs ? "questions" : "pairs",
    isEither: pairs === lines.length && questions === lines.length,
  };
}
