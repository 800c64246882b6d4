import { printable } from "@wordloom/terminal";

/** More than fit a screen help nobody. */
const MOST = 40;

/**
 * What a text that is being typed may become: words that start with its last part, the first rows first, or commands.
 *
 * As readline wants it: the hits, and the part of the text that each of them completes. They never have more letters in
 * common than all words that start so, or readline would take these for typed.
 */
export function completeWord(text: string, words: readonly string[], commands: readonly string[]): [string[], string] {
  const [, part] = /([^\s"+:=~]*)$/.exec(text) ?? ["", ""];
  if (part === "") return [[], part];
  const starting = (names: readonly string[]) =>
    names.filter((name) => name.startsWith(part) && !/\s/.test(name) && printable(name) === name);
  const isFirst = text.trimStart() === part;
  const hits = [...(isFirst ? starting(commands) : []), ...starting(words)];
  const shown = hits.slice(0, MOST);
  const common = commonStart(shown);
  const other = hits.slice(MOST).find((hit) => !hit.startsWith(common));
  return [other === undefined ? shown : [...shown.slice(0, -1), other], part];
}

function commonStart(texts: readonly string[]): string {
  let common = texts[0] ?? "";
  for (const text of texts) while (!text.startsWith(common)) common = common.slice(0, -1);
  return common;
}
