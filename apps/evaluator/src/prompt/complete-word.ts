import { printable } from "@wordloom/terminal";
import { quotedWord } from "@wordloom/vectors";

/** The most hits to show: more do not fit a screen. */
const MOST = 40;

/**
 * Completes a text that is being typed: finds words that begin with its last part, the first rows first, and commands. After
 * an open quote, it finds all words, and shows them in quotes.
 *
 * @returns as readline asks for it: the hits, and the part of the text that they complete. readline inserts what all hits have
 *   in common, so the hits that are left out must have it in common, too.
 */
export function completeWord(text: string, words: readonly string[], commands: readonly string[]): [string[], string] {
  const quoted = openQuotes(text);
  if (quoted !== undefined) return [shown(quotedHits(quoted, words)), quoted];
  const part = lastPart(text);
  if (part === "") return [[], part];
  const starting = (names: readonly string[]) =>
    names.filter((name) => name.startsWith(part) && !/[\s"]/.test(name) && printable(name) === name);
  const isFirst = text.trimStart() === part;
  return [shown([...(isFirst ? starting(commands) : []), ...starting(words)]), part];
}

/** The text after the last blank, quote or sign. A regular expression would be slow: it would start at every letter. */
function lastPart(text: string): string {
  let start = text.length;
  while (start > 0 && !/[\s"+:=~]/.test(text[start - 1])) start--;
  return text.slice(start);
}

/** The text from an open quote on, with the quote; undefined if no quote is open. */
function openQuotes(text: string): string | undefined {
  const [, open] = /^(?:[^"]|"(?:[^"\\]|\\.)*")*?(?<![^\s+:=~−–-])("(?:[^"\\]|\\.)+)$/s.exec(text) ?? [];
  return open;
}

function quotedHits(part: string, words: readonly string[]): string[] {
  // This is fast, because most words do not begin with the text, and few need escapes.
  const plain = part.slice(1);
  const candidates = plain.includes("\\") ? words : words.filter((word) => word.startsWith(plain));
  return candidates.map(quotedWord).filter((word) => word.startsWith(part));
}

function shown(hits: readonly string[]): string[] {
  const first = hits.slice(0, MOST);
  const common = commonStart(first);
  const other = hits.slice(MOST).find((hit) => !hit.startsWith(common));
  return other === undefined ? first : [...first.slice(0, -1), other];
}

function commonStart(texts: readonly string[]): string {
  let common = texts[0] ?? "";
  for (const text of texts) while (!text.startsWith(common)) common = common.slice(0, -1);
  return common;
}
