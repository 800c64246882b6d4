import { printable } from "@wordloom/terminal";
import { quotedWord } from "@wordloom/vectors";

/** More than fit a screen help nobody. */
const MOST = 40;

/**
 * What a text that is being typed may become: words that start with its last part, the first rows first, or commands. Once
 * quotes are open, words are shown in quotes, those with blanks and signs among them.
 *
 * As readline wants it: the hits, and the part of the text that each of them completes. They never have more letters in
 * common than all words that start so, or readline would take these for typed.
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

/** What stands behind the last blank, quote or sign. A regular expression would look for its end from every letter. */
function lastPart(text: string): string {
  let start = text.length;
  while (start > 0 && !/[\s"+:=~]/.test(text[start - 1])) start--;
  return text.slice(start);
}

/** The part in quotes that have not been closed, with its quote. */
function openQuotes(text: string): string | undefined {
  const [, open] = /^(?:[^"]|"(?:[^"\\]|\\.)*")*?(?<![^\s+:=~−–-])("(?:[^"\\]|\\.)+)$/s.exec(text) ?? [];
  return open;
}

function quotedHits(part: string, words: readonly string[]): string[] {
  // Few words need escapes, and most do not start so.
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
