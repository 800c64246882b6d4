import { quoted } from "../messages/quoted.js";
import type { OnNote } from "../messages/reading-note.js";

/** The words of a table's rows, of which some may have none: ids that no token of a tokenizer has. */
export interface TableWords {
  readonly words: readonly (string | undefined)[];
  readonly counts?: ArrayLike<number>;
  /** The name of the file that they are from, for messages. */
  readonly source?: string;
}

/** The words of a table, once it is known how many rows that has, whether all are read or not. */
export type WordsForTable = (rows: number) => TableWords;

/** What a list is called that begins with the name of its only column. */
const HEADERS = /^(words?|labels?|tokens?|terms?|names?|titles?|items?|entit(y|ies)|keys?|vocab(ulary)?)$/i;

export function isHeaderName(text: string | undefined): boolean {
  return text !== undefined && HEADERS.test(text.trim());
}

/** Whether a list has a word for each row, perhaps below a line with the name of its column. */
export function fitsTable({ words, counts }: TableWords, rows: number): boolean {
  return words.length === rows || (counts === undefined && words.length === rows + 1 && isHeaderName(words[0]));
}

/**
 * A list with exactly a word for each row of a table.
 *
 * @throws Error for a list of more or fewer words
 */
export function fittedWords(
  list: TableWords,
  rows: number,
  { onNote, error }: { readonly onNote: OnNote | undefined; readonly error: (message: string) => Error },
): TableWords {
  const { words, source } = list;
  const name = source === undefined ? "the list" : `the list ${quoted(source)}`;
  if (!fitsTable(list, rows)) {
    throw error(`the table has ${rows} rows, ${name} ${words.length} words; is it the list of another table?`);
  }
  const [first] = words;
  const isNamed = list.counts === undefined && isHeaderName(first);
  if (isNamed) {
    const line = `line 1 of ${name}, ${quoted(first ?? "")}, is taken for`;
    const message =
      words.length === rows
        ? `${line} a word, since the table has ${rows} rows and the list as many lines`
        : `${line} the name of its column, since the table has ${rows} rows and the list a line more`;
    onNote?.({ kind: "list-header", message });
  }
  return words.length === rows ? list : { words: words.slice(1) };
}
