import { quoted } from "../../messages/quoted.js";
import type { ReadingNote } from "../../messages/reading-note.js";
import { numberedLines } from "../../word-lists/list-lines.js";
import { commandLine, isNumber } from "../line-causes/cells.js";

/** What may stand behind a word where something else than a space was to divide it from its numbers. */
const MARKS = /[:;,=>|]$/;

/** What is said of words that hold more than a word, as it seems; `hasHeader` tells whether a header is above them. */
export function marksNotes(words: readonly string[], hasHeader: boolean): ReadingNote[] {
  return [marksNote(words), indexNote(words, hasHeader), gluedNote(words, hasHeader), returnNote(words)].filter(
    (note) => note !== undefined,
  );
}

/** Words that all begin with the number of their row. */
function indexNote(words: readonly string[], hasHeader: boolean): ReadingNote | undefined {
  if (numberedLines(words) === undefined) return undefined;
  const command = hasHeader ? "sed '1!s/^[0-9]* *//'" : "cut -d' ' -f2-";
  return {
    kind: "marks-on-words",
    message: `every word begins with the number of its row, as ${quoted(words[0])}, which was read as part of it; what is without can be read: ${commandLine([command])}`,
  };
}

/** Words that all end in a mark and a number, as lines of LIBSVM begin. */
function gluedNote(words: readonly string[], hasHeader: boolean): ReadingNote | undefined {
  if (words.length < 2) return undefined;
  const mark = words[0].includes(":") ? ":" : "=";
  const isGlued = (word: string) => {
    const at = word.lastIndexOf(mark);
    return at > 0 && isNumber(word.slice(at + 1));
  };
  if (!words.every(isGlued)) return undefined;
  const name = mark === ":" ? "a colon" : "an equals sign";
  const lines = hasHeader ? ["tail -n +2"] : [];
  const sed = words.every((word) => word.indexOf(mark) === word.lastIndexOf(mark))
    ? `sed 's/${mark}/ /'`
    : `sed 's/${mark}\\([^${mark} ]* \\)/ \\1/'`;
  return {
    kind: "marks-on-words",
    message: `every word ends in ${name} and a number, as ${quoted(words[0])}, and was read so; what has a space for the ${name.replace(/^an? /, "")} can be read: ${commandLine([...lines, sed])}`,
  };
}

/** Words with a carriage return in them, which is likely the end of a line. */
function returnNote(words: readonly string[]): ReadingNote | undefined {
  let count = 0;
  let first = "";
  for (const word of words) {
    if (!word.includes("\r")) continue;
    if (count === 0) first = word;
    count++;
  }
  if (count === 0) return undefined;
  const have = count === 1 ? "1 word has" : `${count} words have`;
  return {
    kind: "returns-in-words",
    message: `${have} a carriage return inside, such as ${quoted(first)}; did a line end there?`,
    count,
  };
}

/** The note for words of which each stands in quotes, or ends in the same mark; it was read as part of the word. */
function marksNote(words: readonly string[]): ReadingNote | undefined {
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
