import { plainText } from "./plain-text.js";
import { questionSeparator } from "./question-words.js";

/**
 * The form of an analogy file: `"sections"` of four words a line, as Google's; `"questions"` of four words without sections, as
 * GloVe's or CSV's; `"pairs"` of a word and its answers, as BATS's; or Microsoft's `"table"`.
 */
export type AnalogyFormat = "sections" | "questions" | "pairs" | "table";

/** What {@link analogyFormat} finds. */
export interface AnalogyFormats {
  /** The form of the file; null if most lines are neither a question nor a pair. */
  readonly format: AnalogyFormat | null;
  /** Whether every line is a question and also a pair: two words, a tab and two words. */
  readonly isEither: boolean;
}

/**
 * Finds out the form of an analogy file: by its first line, if that begins a section or a table, or else by most of its lines.
 * If every line could be a question or a pair, it takes them for pairs.
 *
 * @throws TypeError if `text` is not a string
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
