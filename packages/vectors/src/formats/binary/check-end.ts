import type { OnNote } from "../../messages/reading-note.js";
import { type ByteWindow, more, position, type Reading } from "../../reading/byte-window.js";
import { trailingDataCause, trailingDataNote } from "../word2vec/trailing-data.js";
import type { BinaryFile } from "./binary-file.js";
import { AFTER_ROWS, ANYWHERE, findRow, type RowPlace } from "./find-row.js";
import { skipNewlines } from "./newlines.js";

/** Whether the newlines behind the first rows prove that the first is no phrase. */
export function* isFirstRowProven(file: BinaryFile): Reading<boolean> {
  const { window, V, read, newlines, isClosed, suspects } = file;
  if (suspects[0]?.row !== 0 || newlines !== AFTER_ROWS) return false;
  if (read > 2) return true;
  if (read === 2) return isClosed;
  while (window.at === window.end && (yield* more(window)));
  return window.at === window.end ? V === 1 : yield* isRow(file, true);
}

/** Nothing but newlines is to follow the rows, or whole rows that are not wanted. */
export function* checkEnd(
  file: BinaryFile,
  isLimited: boolean,
  isNewlineFirst: boolean,
  onNote?: OnNote,
): Reading<void> {
  const { window, partial, V, newlines, isClosed, error } = file;
  const count = yield* skipNewlines(window);
  if (window.at < window.end) {
    const size = window.size === undefined ? "more" : window.size - position(window);
    const what = `${size} bytes follow the ${V} rows that the header promised, from byte ${position(window)}`;
    const areRows = yield* isRow(file, false);
    if (!isLimited) {
      // Of the rest of a file that is no row, a limit would not be read either.
      const cause = areRows
        ? yield* trailingDataCause(window, partial.index.words, V)
        : noRowsCause(window, partial.table.D);
      throw error(`${what}${cause}`);
    }
    if (!areRows) {
      throw error(`${what}, and are no rows; has a word a space in it, or is the file damaged?`);
    }
    onNote?.(trailingDataNote(what));
  } else if (isNewlineFirst) {
    onNote?.({ kind: "newlines-before-rows", message: "the newline before each word was not taken for a part of it" });
  } else if (newlines === AFTER_ROWS && !isClosed) {
    const message = "the last row has no newline behind it, as the others have; it was read without";
    onNote?.({ kind: "newline-missing", message });
  } else if (count > 0 && newlines !== ANYWHERE) {
    const message = `${count === 1 ? "a newline follows" : `${count} newlines follow`} the last row; nothing was made of that`;
    onNote?.({ kind: "newlines-at-end", message, count });
  }
}

/** Why what follows all rows may be none, and what helps where it is too short for one. */
function noRowsCause(window: ByteWindow, D: number): string {
  const isShort = window.isLast && window.end - window.at < 2 + 4 * D;
  return isShort
    ? `, and are no row; without them the file can be read: head -c ${position(window)} FILE > OUT`
    : ", and are no rows; has a word a space in it, or is the file damaged?";
}

/** Whether a row follows, with its newline, if it is to have one. */
function* isRow({ window, partial, newlines }: BinaryFile, isToBeClosed: boolean): Reading<boolean> {
  const place: RowPlace = { start: 0, space: 0, next: 0, isClosed: false, isSuspect: false };
  for (;;) {
    const found = findRow(window, partial.table.D, newlines, true, place);
    if (found !== "more") return found === undefined && (place.isClosed || !isToBeClosed);
    if (!(yield* more(window))) return false;
  }
}
