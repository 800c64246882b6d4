import { requireArgument } from "@wordloom/arguments";
import { rankedVocabulary, requireVocabulary, type Vocabulary } from "./vocabulary.js";

/**
 * Writes a vocabulary as the text of a `vocabulary.tsv`: for each word, by falling count, a line with the word, a tab and its
 * count.
 *
 * @throws RangeError if a word has a newline; no corpus has such a word
 *
 * @example
 * formatVocabulary(buildVocabulary(["b", "a", "a"])) // "a\t2\nb\t1\n"
 */
export function formatVocabulary(vocabulary: Vocabulary): string {
  requireVocabulary("formatVocabulary", vocabulary);
  const { words, counts } = vocabulary;
  const broken = words.findIndex((word) => word.includes("\n"));
  if (broken >= 0) {
    throw new RangeError(
      `formatVocabulary: word ${broken} is ${JSON.stringify(words[broken])}; a newline would end its line`,
    );
  }
  return words.map((word, id) => `${word}\t${counts[id]}\n`).join("");
}

/**
 * Reads a vocabulary from the text of a `vocabulary.tsv`. Lines may end in CRLF, and the last may have no end.
 *
 * @throws Error if a line is not a word and a count, repeats a word, or counts more than the line before; the message has the
 * line
 * @throws TypeError if `text` is not a string
 */
export function parseVocabulary(text: string): Vocabulary {
  requireArgument(
    "parseVocabulary",
    typeof text === "string",
    "the text is",
    text,
    "it is a string, what the file holds",
  );
  const lines = text.split("\n");
  if (lines[lines.length - 1] === "") lines.pop();
  if (lines.length === 0) throw new Error("parseVocabulary: the text is empty");

  const words: string[] = [];
  const counts = new Float64Array(lines.length);
  const lineOf = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const tab = line.lastIndexOf("\t");
    const word = line.slice(0, tab);
    const count = line.slice(tab + 1).replace(/\r$/, "");
    if (tab < 0) throw unreadable(index, "has no tab; a line is a word, a tab and a count");
    if (!/^[0-9]+$/.test(count)) throw unreadable(index, `counts "${count}"; a count is a whole number`);
    if (lineOf.has(word)) throw unreadable(index, `repeats "${word}" of line ${lineOf.get(word)}`);
    counts[index] = Number(count);
    if (index > 0 && counts[index] > counts[index - 1]) {
      throw unreadable(index, `counts ${count}, the line before only ${counts[index - 1]}; was the file sorted anew?`);
    }
    lineOf.set(word, index + 1);
    words.push(word);
  }
  return rankedVocabulary(words, counts);
}

function unreadable(index: number, what: string): Error {
  return new Error(`parseVocabulary: line ${index + 1} ${what}`);
}
