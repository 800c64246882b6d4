import type { PairColumnNames } from "@wordloom/evaluation";
import { wrongUse } from "@wordloom/terminal";
import { wordList } from "../words/word-list.js";

/**
 * Reads the value of `--pair-columns`: the names or the numbers of three columns, such as `word1,word2,score`. As with words,
 * names may be in quotes or in a JSON list.
 *
 * @throws CommanderError if there are not three
 */
export function pairColumns(text: string): PairColumnNames {
  const shown = `--pair-columns ${JSON.stringify(text)}`;
  const names = listed(text, shown);
  const [first, second, score] = names;
  if (names.length === 3) return { first, second, score };
  throw wrongUse(
    `${shown} names ${names.length} columns, not three: two words and a score, such as word1,word2,score or 1,2,4`,
  );
}

function listed(text: string, shown: string): string[] {
  try {
    return wordList(text, () => false);
  } catch (error) {
    throw wrongUse(`${shown}: ${error instanceof Error ? error.message : error}`);
  }
}
