import { jsonList } from "./json-list.js";
import { readQuoted } from "./read-quoted.js";

/**
 * Reads words with commas between them, such as `king,queen`. A word may be in quotes, as in `"10,000","New York"`. The text may
 * also be a JSON list. A whole text without quotes is one word if the vocabulary has it.
 *
 * @param isWord - whether the vocabulary has a word
 * @throws Error if there is no word, if one is empty, or if quotes do not close
 *
 * @example
 * wordList('king,"10,000"', () => false) // ["king", "10,000"]
 */
export function wordList(text: string, isWord: (text: string) => boolean): string[] {
  const list = jsonList(text);
  if (list?.length === 0 && isWord(text)) return [text];
  if (list?.length === 0) throw new Error("it names no word");
  if (list !== undefined) return list;
  if (!text.includes('"') && isWord(text)) return [text];
  try {
    const { words, hasQuotes } = parted(text);
    return !hasQuotes && isWord(text) ? [text] : words;
  } catch (error) {
    if (isWord(text)) return [text];
    throw error;
  }
}

function parted(text: string): { words: string[]; hasQuotes: boolean } {
  const words: string[] = [];
  let hasQuotes = false;
  for (let at = 0; ; ) {
    while (/\s/.test(text[at] ?? "")) at++;
    let end = text.indexOf(",", at);
    if (end < 0) end = text.length;
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      hasQuotes = true;
      words.push(quoted.word);
      end = quoted.end;
      while (/\s/.test(text[end] ?? "")) end++;
      if (end < text.length && text[end] !== ",") {
        throw new Error(
          `${text.slice(at, quoted.end)} is followed by ${text.slice(end, end + 20)}; put a comma between words`,
        );
      }
    } else {
      const word = text.slice(at, end).trim();
      if (word === "") throw new Error("it names an empty word");
      words.push(word);
    }
    if (end >= text.length) return { words, hasQuotes };
    at = end + 1;
  }
}
