import type { ReadingNote } from "./reading-note.js";

/** What may stand behind a word where something else than a space was to divide it from its numbers. */
const MARKS = /[:;,=>|]$/;

/** The note for words of which each stands in quotes, or ends in the same mark; it was read as part of the word. */
export function marksNote(words: readonly string[]): ReadingNote | undefined {
  const [first = ""] = words;
  if (words.length < 2) return undefined;
  const isQuoted = (word: string) => word.length >= 2 && word.startsWith('"') && word.endsWith('"');
  if (words.every(isQuoted)) {
    return {
      kind: "marks-on-words",
      message: `every word stands in double quotes, which were read as part of it: tr -d '"' < FILE > OUT takes them off`,
    };
  }
  const [mark] = MARKS.exec(first) ?? [];
  if (mark === undefined || !words.every((word) => word.length > 1 && word.endsWith(mark))) return undefined;
  return { kind: "marks-on-words", message: `every word ends in "${mark}", which was read as part of it` };
}
