import { wrongUse } from "@wordloom/terminal";
import { jsonList } from "./json-list.js";
import { readQuoted } from "./read-quoted.js";

export interface AnalogyWords {
  /** As typed. */
  readonly question: string;
  readonly words: readonly [a: string, b: string, c: string];
}

/**
 * The words of a question such as `king:man::queen`. A word with a colon in it stands in quotes, as `"a:b":c::d`, or all
 * three in a JSON list, `["a:b", "c", "d"]`.
 *
 * @throws CommanderError for any other form
 */
export function analogyWords(question: string): AnalogyWords {
  const shown = `--analogy ${JSON.stringify(question)}`;
  const list = jsonList(question);
  const words = list ?? parted(question, shown);
  const [a, b, c] = words;
  if (words.length === 3) return { question, words: [a, b, c] };
  const colons = question.split(":").length - 1;
  const hint =
    colons > 3 || list !== undefined ? `; words with colons stand in quotes, or in a list: ["a:b","c","d"]` : "";
  throw wrongUse(`${shown} is not of the form a:b::c, as king:man::queen is${hint}`);
}

/** The words between `:` and `::`, or none. */
function parted(question: string, shown: string): string[] {
  const words: string[] = [];
  const separators = [":", "::", ""];
  let at = 0;
  for (const separator of separators) {
    while (/\s/.test(question[at] ?? "")) at++;
    if (question[at] === '"') {
      const { word, end } = quotedAt(question, at, shown);
      words.push(word);
      at = end;
    } else {
      const end = /:|$/.exec(question.slice(at))?.index ?? 0;
      const word = question.slice(at, at + end).trim();
      if (word === "") return [];
      words.push(word);
      at += end;
    }
    while (/\s/.test(question[at] ?? "")) at++;
    if (!question.startsWith(separator, at) || (separator === "" && at < question.length)) return [];
    at += separator.length;
  }
  return words;
}

function quotedAt(question: string, at: number, shown: string): ReturnType<typeof readQuoted> {
  try {
    return readQuoted(question, at);
  } catch (error) {
    throw wrongUse(`${shown}: ${error instanceof Error ? error.message : error}`);
  }
}
