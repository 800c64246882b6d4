import { RETURN, TAB } from "../../decimals/text-numbers.js";
import { quoted } from "../../messages/quoted.js";
import { wordOfBytes } from "../../words/word-bytes.js";
import { commandLine, isWhole } from "../line-causes/cells.js";
import { hasReturnsForNewlines, RETURNS } from "../line-causes/returns-cause.js";

/** Bytes of a line by which it is judged. */
const LOOKED_AT = 1 << 16;

/**
 * Why a word that stands before the last numbers of its line is none: lines that end in carriage returns are in it, or
 * columns, where tabs divide columns. Undefined for a word.
 */
export function wordFault(bytes: Uint8Array, start: number, wordEnd: number, newline: number): string | undefined {
  const word = bytes.subarray(start, Math.min(wordEnd, start + LOOKED_AT));
  if (word.includes(RETURN)) {
    const line = wordOfBytes(bytes.subarray(start, Math.min(newline, start + LOOKED_AT)));
    if (hasReturnsForNewlines(line)) return `has ${RETURNS}`;
  }
  if (bytes[wordEnd] !== TAB || !word.includes(TAB)) return undefined;
  const text = wordOfBytes(word);
  const fault = `has a tab in its word, ${quoted(text)}, and tabs between its columns`;
  const [first] = text.split("\t");
  if (first.trim() === "") {
    return `${fault}; lines without white space before the word can be read: ${commandLine(["sed 's/^[[:blank:]]*//'"])}`;
  }
  return isWhole(first)
    ? `${fault}; does the first column count the rows? What is without can be read: ${commandLine(["cut -f2-"])}`
    : `${fault}; has each line a word and then numbers?`;
}
