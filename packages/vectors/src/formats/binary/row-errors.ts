import { quoted } from "../../messages/quoted.js";
import type { RowErrors } from "../../tables/partial-vectors.js";
import { bytesOfWord, wordOfBytes } from "../../words/word-bytes.js";
import { ADVICE } from "./ambiguity.js";
import type { BinaryFile } from "./binary-file.js";
import { AFTER_ROWS, type RowFault } from "./find-row.js";

/** What is wrong with a row that was read whole: its word came before, or a number is not finite. */
export function rowErrors(error: BinaryFile["error"]): RowErrors {
  return {
    duplicate: (place: number, row: number, word: string, first: number) =>
      error(`row ${row}, at byte ${place}, has the word ${quoted(word)} of row ${first}`, row),
    notFinite: (place: number, row: number, word: string, column: number, number: number) => {
      const at = place + (bytesOfWord(word)?.length ?? 0) + 1 + 4 * column;
      return error(
        `number ${column} of row ${row}, ${quoted(word)}, at byte ${at}, is ${number}; is the file damaged?`,
        row,
      );
    },
  };
}

/** Says what is wrong with a row that cannot be read, and what is likely to be its cause. */
export function rowComplaint(
  fault: RowFault,
  place: number,
  word: Uint8Array,
  { read, partial, newlines }: BinaryFile,
): string {
  const where = `row ${read}, at byte ${place},`;
  const start = quoted(wordOfBytes(word));
  switch (fault) {
    case "no word":
      return `${where} has no word; is the dimension ${partial.table.D} right?`;
    case "long word":
      return `${where} has no space in its first ${word.length} bytes; is the dimension ${partial.table.D} right?`;
    case "no newline":
      return `${where} ${start}, has no newline behind it, as the rows before have; has a word a space or a newline in it? ${ADVICE}`;
    case "newline in word":
      if (word.length > 0) {
        return `${where} has a newline in its word, behind ${start}; has a word a newline or a space in it? ${ADVICE}`;
      }
      return newlines === AFTER_ROWS
        ? `${where} begins with a second newline; does its word begin with one? ${ADVICE}`
        : `${where} begins with a newline, which row 1 does not; does its word begin with one? ${ADVICE}`;
  }
}
