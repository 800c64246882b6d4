import type { PairColumnNames } from "@wordloom/evaluation";
import { wrongUse } from "@wordloom/terminal";
import { wordList } from "../words/word-list.js";

/**
 * The columns of `word1,word2,score`, by their names or their numbers; names in quotes or a JSON list as words are.
 *
 * @throws CommanderError for another number of them
 */
export function pairColumns(text: string): PairColumnNames {
  const shown = `--pair-columns ${JSON.stringify(text)}`;
  const names = listed(text, shown);
  const [first, second, score] = names;
  if (names.length === 3) return { first, second, score };
  throw wrongUse(
    `${shown} names ${names.length} columns, not three: two words and a score, as word1,word2,score or 1,2,4`,
  );
}

function listed(text: string, shown: string): string[] {
  try {
    return wordList(text, () => false);
  } catch (error) {
    throw wrongUse(`${shown}: ${error instanceof Error ? error.message : error}`);
  }
}
