import { isNumberLike, NEWLINE } from "../../decimals/text-numbers.js";
import { isBlank } from "./text-lines.js";

/** The line that begins at a byte, without its newline. */
export function lineAt(bytes: Uint8Array, start: number): Uint8Array {
  return bytes.subarray(start, lineEnd(bytes, start));
}

/** Where the line that begins at a byte ends. */
export function lineEnd(bytes: Uint8Array, start: number): number {
  const newline = bytes.indexOf(NEWLINE, start);
  return newline < 0 ? bytes.length : newline;
}

/** Whether a line has `D` numbers at its end, and a word before them, which is at least a byte and a space. */
export function endsInNumbers(line: Uint8Array, D: number): boolean {
  let at = line.length;
  for (let count = 0; count < D; count++) {
    while (at > 0 && isBlank(line[at - 1])) at--;
    const end = at;
    while (at > 0 && !isBlank(line[at - 1])) at--;
    if (at === end || !isNumberLike(line, at, end)) return false;
  }
  return at >= 2;
}
