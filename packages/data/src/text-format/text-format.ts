import { columnsFormat } from "./columns-format.js";
import type { FormatGuess } from "./format-guess.js";
import { jsonFormat } from "./json-format.js";
import { listFormat } from "./list-format.js";
import { markupFormat } from "./markup-format.js";

/**
 * Guesses by the beginning of a text what it is: JSON, CSV, HTML, subtitles and their like; undefined where it may well be plain
 * text. It is sure rather than complete: every line, or nearly every, has to be of the format.
 *
 * @param head - some thousand characters; lines end at `\n`, `\r\n` or `\r`
 * @param isWhole - whether that is all of the text, so that its last line is whole
 */
export function textFormat(head: string, isWhole: boolean): FormatGuess | undefined {
  const all = head.split(/\r\n|[\n\r]/);
  const lines = (isWhole || all.length === 1 ? all : all.slice(0, -1))
    .map((line) => withoutSpaces(line.trimStart()))
    .filter((line) => line !== "");
  const whole = isWhole || all.length > 1 ? lines : [];
  return markupFormat(head, lines) ?? jsonFormat(head, whole) ?? listFormat(whole) ?? columnsFormat(whole);
}

/** Without spaces at its end. A regular expression would look for it from every space of a line again. */
function withoutSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === " ") end--;
  return line.slice(0, end);
}
