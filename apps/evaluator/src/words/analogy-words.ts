import { wrongUse } from "@wordloom/terminal";
import { jsonList } from "./json-list.js";
import { readQuoted } from "./read-quoted.js";

/** A question of the command line. */
export interface AnalogyWords {
  /** The question as it was typed. */
  readonly question: string;
  /** Its words: what is to c as b is to a? */
  readonly words: readonly [a: string, b: string, c: string];
}

/**
 * Reads the words of a question such as `king:man::queen`. If a word has a colon in it, put it in quotes, as in `"a:b":c::d`, or
 * put all three into a JSON list, as in `["a:b", "c", "d"]`.
 *
 * @throws CommanderError if the question has another form
 */
export function analogyWords(question: string): AnalogyWords {
  const shown = `--analogy ${JSON.stringify(question)}`;
  const list = jsonList(question);
  const words = list ?? parted(question, shown);
  const [a, b, c] = words;
  if (words.length === 3) return { question, words: [a, b, c] };
  const colons = question.split(":").length - 1;
  const hint =
    colons > 3 || list !== undefined ? `; put words with colons in quotes, or into a list: ["a:b","c","d"]` : "";
  throw wrongUse(`${shown} does not have the form a:b::c, such as king:man::queen${hint}`);
}

/** Splits a question at `:` and `::`; an empty list if it has another form. */
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
